/** What nesting promises: nothing without its parent, and nothing below another. */
import { expect } from 'vitest';

import { parentMember } from '../drawn/naming.ts';
import { bodyOf } from '../drawn/items.ts';
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
      expect(await seen(shop, mine)).not.toContain(-1);
      expect(await seen(other, theirs)).not.toContain(-1);
      const shown = shape.published === 'none' ? 0 : 1;
      for (const at of [shop, other]) expect((await list(at)).items.length, 'items').toBeLessThanOrEqual(mine.length + shown);
      // Where ids are counted below each parent, the same may stand below both.
      const alone = (made: readonly Made[], beside: readonly Made[]): readonly Made[] =>
        made.filter((one) => beside.every((another) => idOfMade(shop, one) !== idOfMade(other, another)));
      if (shape.item && shape.idShown)
        for (const place of await seen(shop, alone(theirs, mine))) expect(place, 'another parent’s item').toBe(-1);
      const [one] = alone(mine, theirs);
      if (!shape.item || !one) return;
      const address = addressOf(other, idInAddress(one.address));
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
