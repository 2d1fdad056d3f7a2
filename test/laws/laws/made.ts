/** What a create promises: what was sent is kept, under an id, at an address, with what the server makes made once. */
import { expect } from 'vitest';
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import type { Shape } from '../contract-generator.ts';
import { idMember } from '../drawn/naming.ts';
import { idOf, itemIn, membersOf } from '../drawn/items.ts';
import { isReadOnly } from '../drawn/members.ts';
import { idInAddress, list, read } from '../shop.ts';
import { withItems, makeAll, expectSent, expectNothingForeign, foundIn, served, type Law } from '../law.ts';

export const made: readonly Law[] = [
  {
    says: 'what is created is read back with every value that was sent, and with nothing that nobody said',
    given: withItems,
    async holds(shop, salts) {
      for (const made of await makeAll(shop, salts)) {
        const item = await read(shop, made.address);
        expectSent(shop.shape, item, made.sent, 'read');
        expectNothingForeign(shop.shape, item, made.sent);
      }
    },
  },
  {
    says: 'the answer to a create says what was sent, or is the acknowledgement that the contract documents and nothing of the item',
    given: {},
    async holds(shop, salts) {
      const { shape } = shop;
      for (const { answer, sent } of await makeAll(shop, salts)) {
        if (shape.acknowledgement === 'row' || shape.acknowledgement === 'ok') {
          const item = itemIn(shape, answer.body);
          if (item === undefined) throw new Error('the answer has no item in it');
          expectSent(shape, item, sent, 'read');
          expectNothingForeign(shape, item, sent);
        } else if (shape.acknowledgement === 'empty') expect(answer.text).toBe('');
        else {
          const said =
            shape.acknowledgement === 'id'
              ? [idMember(shape)]
              : shape.acknowledgement === 'receipt'
                ? ['messageId', 'state']
                : ['resourceType', 'issue'];
          expect(Object.keys((answer.body ?? {}) as JsonObject).sort()).toEqual(said.sort());
        }
      }
    },
  },
  {
    says: 'Location leads to what was created',
    given: withItems,
    async holds(shop, salts) {
      for (const { answer, sent } of await makeAll(shop, salts)) {
        const location = answer.headers.get('location');
        expect(location, 'Location').not.toBeNull();
        expectSent(shop.shape, await read(shop, location ?? ''), sent, 'read');
      }
    },
  },
  {
    says: 'ids are of the declared kind, each its own, and the same in answer, Location, read and list',
    given: {},
    async holds(shop, salts) {
      const { shape } = shop;
      if (!shape.idShown) return;
      const made = await makeAll(shop, salts);
      const { items } = await list(shop);
      const ids: Json[] = [];
      for (const one of made) {
        const place = foundIn(shop, items, one);
        const listed = idOf(shape, items[place] ?? null);
        const said = idOf(shape, itemIn(shape, one.answer.body) ?? null);
        const id = shape.item ? idOf(shape, await read(shop, one.address)) : said;
        if (id === undefined) throw new Error('there is no id');
        expect(matchesKind(shape, id), `${JSON.stringify(id)} as an id of kind ${shape.id}`).toBe(true);
        if (said !== undefined) expect(said, 'id in the answer').toEqual(id);
        expect(listed, 'id in the list').toEqual(id);
        const location = one.answer.headers.get('location');
        if (location !== null) expect(idInAddress(location), 'id in Location').toBe(String(id));
        if (Object.hasOwn(one.sent, idMember(shape))) expect(id).toEqual(one.sent[idMember(shape)]);
        ids.push(id);
      }
      expect(new Set(ids).size, 'ids').toBe(made.length);
    },
  },
  {
    says: 'what the server makes is made once: answer, reads and list agree',
    given: withItems,
    async holds(shop, salts) {
      const { shape } = shop;
      const made = await makeAll(shop, salts);
      const { items } = await list(shop);
      for (const one of made) {
        const item = await read(shop, one.address);
        const own = served(shape, item);
        for (const member of shape.members.filter(isReadOnly))
          if (shape.schemas === 'one') expect(own, 'read-only members').toHaveProperty([member.name]);
        const said = itemIn(shape, one.answer.body);
        if (said !== undefined && (shape.acknowledgement === 'row' || shape.acknowledgement === 'ok'))
          expect(said, 'the answer to the create').toEqual(item);
        const listed = membersOf(shape, items[foundIn(shop, items, one)] ?? {});
        for (const [name, value] of Object.entries(own))
          if (shape.listed === 'whole' || name in listed) expect(listed[name], `${name} in the list`).toEqual(value);
        expect(await read(shop, one.address)).toEqual(item);
      }
    },
  },
];

function matchesKind({ id: kind }: Shape, id: Json): boolean {
  switch (kind) {
    case 'integer':
      return Number.isInteger(id);
    case 'uuid':
      return typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
    case 'pattern':
      return typeof id === 'string' && /^J-[0-9]{6}$/.test(id);
    case 'ksuid':
      return typeof id === 'string' && /^[0-9A-Za-z]{27}$/.test(id);
    default:
      return typeof id === 'string' && id !== '';
  }
}
