/** What a patch promises: it changes what it names and nothing else, or nothing at all. */
import { expect } from 'vitest';
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import type { Shape } from '../contract-generator.ts';
import type { Sending } from '../conversation.ts';
import { idOf, itemIn, keyOf, membersOf } from '../drawn/items.ts';
import { condition, expectSent, makeAll, others, type Law } from '../law.ts';
import { mediaOfAnswers } from '../drawn/naming.ts';
import { list, read } from '../shop.ts';

export const patched: readonly Law[] = [
  {
    says: 'a patch changes what it names, and nothing else',
    given: { item: [true], patch: ['merge', 'json-patch', 'partial'] },
    async holds(shop, salts) {
      const { shape, talk } = shop;
      const made = await makeAll(shop, salts);
      const [first] = made;
      if (!first) return;
      const before = await read(shop, first.address);
      const beside = await others(shop, made, first);
      const name =
        shape.style === 'fhir' ? (shape.resource === 'Task' ? 'description' : shape.resource === 'Slot' ? 'end' : 'active') : 'title';
      const value = name === 'active' ? before['active'] !== true : name === 'end' ? '2031-01-01T00:00:00Z' : 'changed';
      const id = idOf(shape, before);
      const sent = patchOf(shape, id ?? '', { [name]: value });
      const answer = await talk.send('PATCH', first.address, { ...sent, headers: await condition(shop, first.address) });
      expect(answer.status, 'a patch').toBe(200);
      const item = await read(shop, first.address);
      const meta = { meta: null };
      expect({ ...membersOf(shape, item), ...meta }).toEqual({ ...membersOf(shape, before), ...meta, [name]: value });
      expect(itemIn(shape, answer.body), 'the answer to the patch').toEqual(item);
      const { items } = await list(shop);
      expectSent(shape, items.find((one) => keyOf(shape, one) === keyOf(shape, item)) ?? {}, { [name]: value }, 'list');
      expect(await others(shop, made, first), 'other items').toEqual(beside);
    },
  },
  {
    says: 'a patch of the inside of a member leaves the rest of it, and one that takes a member away takes only that',
    given: { item: [true], style: ['plain'], patch: ['merge', 'json-patch'], versions: ['none'], wrapped: ['none', 'both'] },
    async holds(shop, salts) {
      const { shape, talk } = shop;
      const [first] = await makeAll(shop, salts.slice(0, 1));
      if (!first || shape.patch === 'partial') return;
      for (const { name, kind, mode } of shape.members) {
        const before = await read(shop, first.address);
        const held = before[name];
        if (held === undefined || (mode !== 'optional' && mode !== 'required')) continue;
        if (kind === 'object') {
          // The schema of the patch may want of an inside what the schema of the item wants.
          const body: Json = { [name]: { wide: (held as JsonObject)['wide'] ?? 0, label: 'inside' } };
          const inside: Sending =
            shape.patch === 'json-patch'
              ? { type: 'application/json-patch+json', body: [{ op: 'add', path: `/${name}/label`, value: 'inside' }] }
              : { type: 'application/merge-patch+json', body: shape.wrapped === 'both' ? { data: body } : body };
          expect((await talk.send('PATCH', first.address, inside)).status, 'a patch of an inside').toBe(200);
          expect(await read(shop, first.address)).toEqual({ ...before, [name]: { ...(held as JsonObject), label: 'inside' } });
        } else if (mode === 'optional') {
          expect(
            (await talk.send('PATCH', first.address, patchOf(shape, '', { [name]: undefined }))).status,
            'a patch that takes away',
          ).toBe(200);
          const { [name]: _, ...rest } = before;
          expect(await read(shop, first.address)).toEqual(rest);
        }
      }
    },
  },
  {
    says: 'a patch that cannot be applied whole changes nothing',
    given: { item: [true], patch: ['json-patch'], style: ['plain', 'fhir'], versions: ['none'], wrapped: ['none'] },
    async holds(shop, salts) {
      const { shape, talk } = shop;
      const [first] = await makeAll(shop, salts.slice(0, 1));
      if (!first) return;
      const name = shape.style === 'fhir' ? (shape.members[0]?.name ?? '') : 'title';
      const before = (await talk.send('GET', first.address)).text;
      const value = shape.style === 'fhir' ? (JSON.parse(before)[name] ?? null) : 'changed';
      const type = 'application/json-patch+json';
      for (const broken of [
        { op: 'test', path: `/${name}`, value: 'something else' },
        { op: 'remove', path: '/nowhere/at/all' },
        { op: 'remove', path: `/${name}` },
      ]) {
        const { status } = await talk.send('PATCH', first.address, { type, body: [{ op: 'replace', path: `/${name}`, value }, broken] });
        expect([400, 409, 412, 422], `a patch with ${JSON.stringify(broken)}`).toContain(status);
        expect((await talk.send('GET', first.address)).text, 'after a patch that was refused').toBe(before);
      }
    },
  },
];

/** A patch that gives members these values; one that is undefined is taken away. */
function patchOf(shape: Shape, id: Json, values: Readonly<Record<string, Json | undefined>>): Sending {
  if (shape.patch === 'json-patch')
    return {
      type: 'application/json-patch+json',
      body: Object.entries(values).map(([name, value]) =>
        value === undefined ? { op: 'remove', path: `/${name}` } : { op: 'replace', path: `/${name}`, value },
      ),
    };
  const merged: Json = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? null]));
  if (shape.style === 'json-api') return { type: mediaOfAnswers(shape), body: { data: { type: 'jars', id, attributes: merged } } };
  const partial = shape.media === 'application/x-www-form-urlencoded' ? 'application/json' : mediaOfAnswers(shape);
  return {
    type: shape.patch === 'merge' ? 'application/merge-patch+json' : partial,
    body: shape.wrapped === 'both' ? { data: merged } : merged,
  };
}
