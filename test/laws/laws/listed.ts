/** What a list promises: everything once, in order of creation, in pages that end, and found by what was sent. */
import { expect } from 'vitest';
import type { JsonObject } from '../../../src/contract/contract.ts';
import { envelopeOf } from '../drawn/envelopes.ts';
import { valueAt } from '../drawn/pages.ts';
import { keyOf, membersOf } from '../drawn/items.ts';
import { searchesOf, sortName } from '../drawn/searches.ts';
import { follow, list, walk } from '../shop.ts';
import { makeAll, expectSent, expectNothingForeign, foundIn, idOfMade, type Law } from '../law.ts';

export const listed: readonly Law[] = [
  {
    says: 'what is created is listed once, in order of creation, with the values it was created with, and totals say how many there are',
    given: { paging: ['none'] },
    async holds(shop, salts) {
      const { shape } = shop;
      const made = await makeAll(shop, salts);
      const { items, page } = await list(shop);
      const places = made.map((one) => foundIn(shop, items, one));
      expect(places, 'places in the list').not.toContain(-1);
      expect(
        [...places].sort((a, b) => a - b),
        'places in order of creation',
      ).toEqual(places);
      for (const [i, { sent }] of made.entries()) {
        const item = items[places[i] ?? -1] ?? {};
        if (new Set(places).size === places.length) expectSent(shape, item, sent, 'list');
        if (shape.listed === 'whole') expectNothingForeign(shape, item, sent);
      }
      expect(items.length, 'items').toBe(made.length + (shape.published === 'none' ? 0 : 1));
      for (const pointer of envelopeOf(shape).totals ?? []) expect(valueAt(page, pointer), `total at ${pointer}`).toBe(items.length);
    },
  },
  {
    says: 'pages give every item once, in order, and end',
    given: { paging: ['offset', 'page', 'cursor', 'after'] },
    async holds(shop, salts) {
      const { shape } = shop;
      const made = await makeAll(shop, salts);
      const all = (await list(shop)).items.map((item) => keyOf(shape, item));
      expect(all.length, 'items').toBe(made.length + (shape.published === 'none' ? 0 : 1));
      const ways = [await follow(shop, 2), ...(shape.style === 'fhir' ? [] : [await walk(shop, 2), await walk(shop, 1)])];
      const { nextLink, totals = [], pages: pageCount } = envelopeOf(shape);
      for (const [way, pages] of ways.entries()) {
        if (way === 0 && nextLink === undefined && shape.style !== 'fhir' && !shape.linkHeader) continue;
        expect(pages.flatMap(({ items }) => items.map((item) => keyOf(shape, item)))).toEqual(all);
        for (const { page, items } of pages) {
          expect(items.length).toBeLessThanOrEqual(way === 2 ? 1 : 2);
          for (const pointer of totals) expect(valueAt(page, pointer), `total at ${pointer}`).toBe(all.length);
          if (pageCount !== undefined) expect(valueAt(page, pageCount), 'pages').toBe(Math.ceil(all.length / (way === 2 ? 1 : 2)));
        }
      }
    },
  },
  {
    says: 'an item is found by every parameter that looks at what was sent, and not by another value',
    given: {},
    async holds(shop, salts) {
      const { shape } = shop;
      const made = await makeAll(shop, salts);
      for (const { name, member, ask, finds } of searchesOf(shape)) {
        for (const value of new Set(
          made.flatMap(({ sent }) => (sent[member.name] === undefined ? [] : [JSON.stringify(sent[member.name])])),
        )) {
          const asked = ask(JSON.parse(value));
          if (asked === undefined) continue;
          const { items, page } = await list(shop, { [name]: asked });
          const found = made.filter((one) => foundIn(shop, items, one) >= 0);
          // Without ids a text may stand for several items.
          if (made.every((one) => idOfMade(shop, one) !== undefined) || member.name === 'title')
            expect(
              found.map(({ sent }) => sent),
              `found by ${name}=${asked}`,
            ).toEqual(made.filter(({ sent }) => finds(sent[member.name], asked)).map(({ sent }) => sent));
          for (const pointer of envelopeOf(shape).totals ?? []) expect(valueAt(page, pointer), `total at ${pointer}`).toBe(items.length);
        }
      }
    },
  },
  {
    says: 'a list is sorted by the member that is asked for, and backwards too',
    given: { sort: [true], paging: ['none'], resource: ['Slot'], listed: ['whole'] },
    async holds(shop, salts) {
      const { shape } = shop;
      await makeAll(shop, salts);
      const [asked, member] = shape.style === 'fhir' ? ['start', 'start'] : ['title', 'title'];
      const at = (item: JsonObject): string => {
        const value = String(membersOf(shape, item)[member]);
        return shape.style === 'fhir' ? new Date(value).toISOString() : value;
      };
      const before = (await list(shop)).items.map(at);
      const up = (await list(shop, { [sortName(shape)]: asked })).items.map(at);
      const down = (await list(shop, { [sortName(shape)]: `-${asked}` })).items.map(at);
      expect(up).toEqual([...before].sort());
      expect(down).toEqual([...before].sort().reverse());
    },
  },
];
