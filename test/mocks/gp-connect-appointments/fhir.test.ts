/** What is told of diaries and appointments is whole: no resource twice, and none is referred to that did not come along. */
import { expect, test } from 'vitest';
import { bookingOf, janeSmith, openDiary, resourcesIn } from './appointments.ts';

const typesOf = ['Slot', 'Schedule', 'Practitioner', 'Location', 'Organization', 'Appointment'];

test('slots and appointments come with all that they refer to, once', async () => {
  const { slots, ask, freeSlot, call } = openDiary();
  await ask('POST', '/Appointment', bookingOf(await freeSlot()));
  const header = { 'X-Request-ID': '8d2f6a04-51c7-4f3e-9a1b-0c5e7d3b2f10' };
  const recurse = ['Schedule:actor:Practitioner', 'Schedule:actor:Location', 'Location:managingOrganization'];
  const free = `/Slot?start=ge2026-01-05&end=le2026-01-07&status=free&_include=Slot:schedule${recurse.map((one) => `&_include:recurse=${one}`).join('')}`;
  const actors = ['Practitioner', 'Location'].map((type) => `&_include:recurse=Appointment:actor:${type}`).join('');
  const planned = `/Patient/${janeSmith}/Appointment?start=ge2024-01-01&start=le2026-12-31${actors}`;
  expect((await slots()).status).toBe(200);
  for (const [path, elsewhere] of [
    [free, /^$/],
    // What is told of a patient stands at the practice: of whoever has left it nothing is known there.
    [planned, /^(Patient|Slot|Organization)\//],
  ] as const) {
    const answer = await call('GET', path, { headers: header });
    const all = typesOf.flatMap((type) => resourcesIn(answer, type));
    const held = all.map(({ resourceType, id }) => `${String(resourceType)}/${String(id)}`);
    expect(new Set(held).size).toBe(held.length);
    const referred = [...JSON.stringify(all).matchAll(/"reference":"([^"#][^"]*)"/g)].map(([, reference = '']) => reference);
    expect(referred.length).toBeGreaterThan(0);
    expect(referred.filter((reference) => !held.includes(reference) && !elsewhere.test(reference))).toEqual([]);
  }
});
