/** What a change promises: it is seen, by reads and lists, and nothing else changes; one that is refused changes nothing. */
import { expect } from 'vitest';
import { idMember } from '../drawn/naming.ts';
import { envelopeOf } from '../drawn/envelopes.ts';
import { valueAt } from '../drawn/pages.ts';
import { bodyOf, idOf, itemIn, keyOf, sentFor, type Sent } from '../drawn/items.ts';
import { addressOf, list, read, sending } from '../shop.ts';
import { sentBy, makeAll, expectSent, expectNothingForeign, foundIn, tagOf, condition, others, served, type Law } from '../law.ts';

export const changed: readonly Law[] = [
  {
    says: 'a replaced item has what was sent the second time, keeps what the server made, and nothing else changes',
    given: { item: [true], style: ['plain', 'fhir'], put: ['row', 'empty', 'upsert'] },
    async holds(shop, salts) {
      const { shape, talk } = shop;
      const made = await makeAll(shop, salts);
      const [first] = made;
      if (!first) return;
      const before = await read(shop, first.address);
      const beside = await others(shop, made, first);
      const id = idOf(shape, before);
      const again = sentFor(shape, { salt: (salts[0]?.salt ?? 0) + 1, whole: !(salts[0]?.whole ?? false), ordinal: 7 });
      const sent: Sent = Object.hasOwn(again, idMember(shape)) ? { ...again, [idMember(shape)]: id ?? null } : again;
      const answer = await talk.send(
        'PUT',
        first.address,
        sending(shape, bodyOf(shape, sent, shape.style === 'fhir' ? String(id) : undefined), await condition(shop, first.address)),
      );
      expect(answer.status, 'a replace').toBe(shape.put === 'empty' ? 204 : 200);
      const item = await read(shop, first.address);
      expectSent(shape, item, sent, 'read');
      expectNothingForeign(shape, item, sent);
      expect(idOf(shape, item)).toEqual(id);
      expect(served(shape, item), 'what the server made').toEqual(served(shape, before));
      if (shape.put !== 'empty') expect(itemIn(shape, answer.body), 'the answer to the replace').toEqual(item);
      const { items } = await list(shop);
      expect(
        items.filter((one) => keyOf(shape, one) === keyOf(shape, item)),
        'the item in the list',
      ).toHaveLength(1);
      expectSent(shape, items.find((one) => keyOf(shape, one) === keyOf(shape, item)) ?? {}, sent, 'list');
      expect(await others(shop, made, first), 'other items').toEqual(beside);
    },
  },
  {
    says: 'what is put where nothing is, is made there',
    given: {
      item: [true],
      style: ['plain', 'fhir'],
      put: ['upsert'],
      id: ['text', 'uuid', 'pattern', 'slug', 'chosen'],
      versions: ['none'],
    },
    async holds(shop, salts) {
      const { shape, talk } = shop;
      if (shape.put !== 'upsert') return;
      const made = await makeAll(shop, salts);
      const id = { uuid: '7d0ac0d5-0a80-4c4f-8d9b-0f5f7f3f2b11', pattern: 'J-700001' }[shape.id as string] ?? 'put-here';
      const fresh = sentFor(shape, { salt: 2, whole: true, ordinal: 90 });
      const sent: Sent = Object.hasOwn(fresh, idMember(shape)) ? { ...fresh, [idMember(shape)]: id } : fresh;
      const address = addressOf(shop, id);
      const body = bodyOf(shape, sent, shape.style === 'fhir' ? id : undefined);
      expect((await talk.send('PUT', address, sending(shape, body))).status, 'a put where nothing is').toBe(201);
      const item = await read(shop, address);
      expectSent(shape, item, sent, 'read');
      expectNothingForeign(shape, item, sent);
      expect(idOf(shape, item)).toBe(id);
      const { items } = await list(shop);
      expect(items.filter((one) => idOf(shape, one) === id)).toHaveLength(1);
      expect((await talk.send('PUT', address, sending(shape, body))).status, 'a put where something is').toBe(200);
      for (const one of made) expect(foundIn(shop, (await list(shop)).items, one)).toBeGreaterThanOrEqual(0);
    },
  },
  {
    says: 'what is deleted is gone from reads and lists, and everything else stays',
    given: { item: [true], delete: ['empty', 'row'] },
    async holds(shop, salts) {
      const { shape, talk } = shop;
      const made = await makeAll(shop, salts);
      const [first] = made;
      if (!first) return;
      const beside = await others(shop, made, first);
      const before = await list(shop);
      const place = foundIn(shop, before.items, first);
      const answer = await talk.send('DELETE', first.address, { headers: await condition(shop, first.address) });
      expect(answer.status, 'a delete').toBe(shape.delete === 'row' ? 200 : 204);
      expect([404, 410], 'reading what was deleted').toContain((await talk.send('GET', first.address)).status);
      const after = await list(shop);
      expect(after.items, 'the list without it').toEqual(before.items.filter((_, i) => i !== place));
      for (const pointer of envelopeOf(shape).totals ?? [])
        expect(valueAt(after.page, pointer), `total at ${pointer}`).toBe(after.items.length);
      expect(await others(shop, made, first), 'other items').toEqual(beside);
      // A gone item has no version to name.
      if (shape.versions === 'required') return;
      expect([404, 410], 'deleting it again').toContain((await talk.send('DELETE', first.address)).status);
    },
  },
  {
    says: 'a change under a stale version is refused and changes nothing; one under the current version is made',
    given: { item: [true], style: ['plain', 'fhir'], put: ['row', 'empty', 'upsert'], versions: ['optional', 'required'] },
    async holds(shop, salts) {
      const { shape, talk } = shop;
      const [made] = await makeAll(shop, salts);
      if (!made) return;
      const first = await tagOf(shop, made.address);
      expect(made.answer.headers.get('etag'), 'ETag of the create').toBe(first['If-Match']);
      const id = idOf(shape, await read(shop, made.address));
      const body = bodyOf(shape, made.sent, shape.style === 'fhir' ? String(id) : undefined);
      const fresh = await talk.send('PUT', made.address, sending(shape, body, first));
      expect(fresh.status, 'a change under the current version').toBe(shape.put === 'empty' ? 204 : 200);
      const second = await tagOf(shop, made.address);
      expect(second['If-Match'], 'the new version').not.toBe(first['If-Match']);
      expect(fresh.headers.get('etag'), 'ETag of the replace').toBe(second['If-Match']);
      const before = (await talk.send('GET', made.address)).text;
      expect((await talk.send('PUT', made.address, sending(shape, body, first))).status, 'a change under a stale version').toBe(412);
      expect((await talk.send('GET', made.address)).text).toBe(before);
      if (shape.delete === 'none') return;
      expect((await talk.send('DELETE', made.address, { headers: first })).status, 'a delete under a stale version').toBe(412);
      expect((await talk.send('GET', made.address)).text).toBe(before);
    },
  },
  {
    says: 'a request that is refused changes nothing',
    given: {},
    async holds(shop, salts) {
      const { shape, talk, collection } = shop;
      const made = await makeAll(shop, salts);
      const before = (await list(shop)).text;
      const [sent = {}] = sentBy(shape, salts);
      const needed = shape.members.find(({ mode }) => mode === 'required')?.name ?? '';
      const broken = Object.fromEntries(Object.entries(sent).filter(([name]) => name !== needed));
      expect([400, 422], 'a create without what is required').toContain(
        (await talk.send('POST', collection, sending(shape, bodyOf(shape, broken)))).status,
      );
      const [first] = made;
      if (first && shape.put !== 'none') {
        const headers = await condition(shop, first.address);
        expect([400, 422], 'a replace without what is required').toContain(
          (await talk.send('PUT', first.address, sending(shape, bodyOf(shape, broken), headers))).status,
        );
      }
      expect((await list(shop)).text, 'the list').toBe(before);
    },
  },
];
