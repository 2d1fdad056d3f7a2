/** Are the pointers that come with the sandbox good FHIR? Judged by the R4 schema, validators and rules of our own. */
import { expect, test } from 'vitest';
import type { Json } from '../../../src/contract/contract.ts';
import { faultsFound, judge } from '../../fhir/judge/judge.ts';
import { isResource } from '../../fhir/judge/resource.ts';
import { world } from '../../sandbox.ts';
import { aboutPatient, locator } from './locator.ts';

const options = { isOrganisation: (ods: string): boolean => world().organisation(ods) !== undefined };

test('pointers that are told, and the bundles that they are found in, are sound', async () => {
  const { consumer } = locator();
  // Those of the published scenarios are of organisations that are nowhere else.
  const people = [10, 500, 1_500, 3_000, 70_000].map((n) => world().at(n).nhsNumber);
  for (const nhsNumber of people) {
    const body = (await consumer('GET', `/DocumentReference?${aboutPatient(nhsNumber)}`)).body as unknown as Json;
    if (!isResource(body)) throw new Error('this is no resource');
    expect(faultsFound(judge(body, options))).toEqual([]);
  }
});
