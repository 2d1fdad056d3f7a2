/** What holds of everything that is said: secrets stay, a reset goes back to the beginning, and the same is answered to the same. */
import { expect } from 'vitest';
import { openNodeStore } from '../../../src/runtimes/node/file-store.ts';
import type { JsonObject } from '../../../src/contract/contract.ts';
import { conversationWith } from '../conversation.ts';
import { documentOf } from '../drawn/document.ts';
import { bodyOf, itemIn, membersOf } from '../drawn/items.ts';
import { list, openShop, read, sending, type Shop } from '../shop.ts';
import { makeAll, condition, type Law } from '../law.ts';

export const whole: readonly Law[] = [
  {
    says: 'what is write-only never leaves',
    given: {},
    async holds(shop, salts) {
      const { shape, talk } = shop;
      const hidden = shape.members.filter(({ mode }) => mode === 'writeOnly').map(({ name }) => name);
      if (hidden.length === 0) return;
      const leaked = (items: readonly JsonObject[]): readonly string[] =>
        hidden.filter((name) => items.some((item) => Object.hasOwn(membersOf(shape, item), name)));
      for (const { answer, address, sent } of await makeAll(shop, salts)) {
        expect(leaked([itemIn(shape, answer.body) ?? {}]), 'in the answer to a create').toEqual([]);
        if (!shape.item) continue;
        expect(leaked([await read(shop, address)]), 'in a read').toEqual([]);
        if (shape.put === 'none' || shape.put === 'empty') continue;
        const replaced = await talk.send('PUT', address, sending(shape, bodyOf(shape, sent), await condition(shop, address)));
        expect(leaked([itemIn(shape, replaced.body) ?? {}]), 'in the answer to a replace').toEqual([]);
      }
      expect(leaked((await list(shop)).items), 'in a list').toEqual([]);
    },
  },
  {
    says: 'after a reset everything is as it was at the beginning, and the same requests get the same answers',
    given: {},
    async holds(shop, salts) {
      const { shape, talk } = shop;
      const tell = async (at: Shop): Promise<readonly string[]> => {
        const told = [(await talk.send('GET', at.collection)).text];
        for (const { answer, address } of await makeAll(at, salts))
          told.push(answer.text, String(answer.headers.get('location')), ...(shape.item ? [(await talk.send('GET', address)).text] : []));
        told.push((await talk.send('GET', at.collection)).text);
        return told;
      };
      const once = await tell(shop);
      expect((await talk.send('POST', '/_sandbox/reset')).status).toBe(204);
      expect(await tell(await openShop(shape, talk))).toEqual(once);
    },
  },
  {
    says: 'the same requests get the same bytes from another sandbox of the same seed, whatever it stores in',
    given: {},
    async holds(shop, salts) {
      const { shape } = shop;
      const tell = async (at: Shop): Promise<readonly string[]> => {
        const told: string[] = [];
        for (const made of await makeAll(at, salts)) {
          const answers = [
            made.answer,
            ...(shape.item ? [await at.talk.send('GET', made.address)] : []),
            await at.talk.send('GET', at.collection),
          ];
          told.push(...answers.map(({ status, headers, text }) => JSON.stringify([status, [...headers], text])));
        }
        return told;
      };
      const store = openNodeStore(':memory:');
      const twin = conversationWith(JSON.stringify(documentOf(shape)), store);
      expect(await tell(await openShop(shape, twin))).toEqual(await tell(shop));
      store.close();
    },
  },
];
