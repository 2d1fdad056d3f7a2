/** Records of people drawn by chance: whole, and told alike by every API that has something to do with them. */
import { expect, test } from 'vitest';
import { sandboxesFor, world } from '../../sandbox.ts';
import { about, asked, brokenIn, everyArea, ofType } from './asking.ts';

const open = await sandboxesFor('gp-connect-record');

/** As many people as may have online access. */
function* people(count: number): Generator<string> {
  let found = 0;
  for (let n = 0; found < count; n += 1) {
    const person = world().at(n * 7_919);
    if (person.death || person.restricted || person.status.kind !== 'live' || person.registrations[0]?.period.end !== undefined) continue;
    if (person.registrations.length === 0 || person.removal) continue;
    found += 1;
    yield person.nhsNumber;
  }
}

test('nothing is twice in a record, and everything that is named in it is there', async () => {
  const sandbox = open();
  let answered = 0;
  for (const number of people(120)) {
    const told = await asked(sandbox, about(number, ...everyArea));
    if (told.status !== 200) continue;
    answered += 1;
    expect([number, brokenIn(told.resources)]).toEqual([number, []]);
    expect(ofType(told, 'Patient')).toMatchObject([{ identifier: [{ value: number }] }]);
  }
  expect(answered).toBeGreaterThan(80);
});
