/** What nesting promises: nothing without its parent, and nothing below another. */
import { expect } from 'vitest';
import type { Answer } from '../conversation.ts';
import { parentMember } from '../naming.ts';
import { bodyOf } from '../items.ts';
import { addressOf, below, idInAddress, list, openShop, read, sending, type Made, type Shop } from '../shop.ts';
import { sentBy, makeAll, foundIn, idOfMade, type Law } from '../law.ts';

export const apart: readonly Law[] = [
  {
    says: 'below a parent that does not exist there is nothing, and nothing can be made',
    given: { parents: [1, 2], parentsKnown: [true] },
    async holds(shop, salts) {
      const { shape, talk } = shop;
      const made = await makeAll(shop, salts);
      for (let level = 0; level < shop.parents.length; level++) {
        const lost = below(
          shape,
          talk,
          shop.parents.map((id, i) => (i === level ? 'nowhere' : id)),
        );
        expect((await talk.send('GET', lost.collection)).status, 'a list below a missing parent').toBe(404);
        const [sent = {}] = sentBy(shape, salts, 9);
        expect(
          (await talk.send('POST', lost.collection, sending(shape, bodyOf(shape, sent)))).status,
          'a create below a missing parent',
        ).toBe(404);
        const [first] = made;
        if (shape.item && first) {
          const address = addressOf(lost, idInAddress(first.address));
          expect((await talk.send('GET', address)).status, 'an item below a missing parent').toBe(404);
        }
      }
    },
  },
  {
    says: 'what stands below one parent is not below another',
    given: { parents: [1, 2] },
    async holds(shop, salts) {
      const { shape, talk } = shop;
      const other = shape.parentsKnown
        ? await openShop(shape, talk)
        : below(
            shape,
            talk,
            shop.parents.map((id) => `${id}-other`),
          );
      const mine = await makeAll(shop, salts);
      const theirs = await makeAll(other, salts, 50);
      const seen = async (at: Shop, made: readonly Made[]): Promise<readonly number[]> => {
        const { items } = await list(at);
        return made.map((one) => foundIn(at, items, one));
      };
      if (idOfMade(shop, mine[0] ?? { sent: {}, address: '', answer: theirs[0]?.answer as Answer }) === undefined) return;
      expect(await seen(shop, mine)).not.toContain(-1);
      expect(await seen(other, theirs)).not.toContain(-1);
      expect(new Set(await seen(shop, theirs))).toEqual(new Set([-1]));
      if (!shape.item) return;
      const address = addressOf(other, idInAddress(mine[0]?.address ?? ''));
      expect((await talk.send('GET', address)).status, 'an item asked for below another parent').toBe(404);
    },
  },
  {
    says: 'an item names the parent that it was made below',
    given: { parents: [1, 2], showsParent: [true], style: ['plain'], item: [true] },
    async holds(shop, salts) {
      const { shape } = shop;
      for (const made of await makeAll(shop, salts))
        expect((await read(shop, made.address))[parentMember(shape)]).toBe(shop.parents.at(-1));
    },
  },
];
