/** Is what dispensers are told good FHIR? Judged by the R4 schema, validators and rules of our own. */
import { expect, test } from 'vitest';
import type { Json } from '../../../src/contract/contract.ts';
import { faultsFound, judge } from '../../fhir/judge/judge.ts';
import { isResource } from '../../fhir/judge/resource.ts';
import { world } from '../../sandbox.ts';
import { open, published, releasedIn, releaseOf } from './dispensing.ts';

/** Those of published messages, whom nobody else has. */
const ofExamples: readonly string[] = ['A83008', 'VNE51', 'VNFKT'];
const options = { isOrganisation: (ods: string): boolean => ofExamples.includes(ods) || world().organisation(ods) !== undefined };

/** The service's own extensions, of which one has another code system here than where patients read; and what a dispenser said of itself. */
const ofService = /^own rules: (?:O9 .*https:\/\/fhir\.nhs\.uk\/StructureDefinition\/Extension-(?:DM|EPS|Spine)-|O12 \/contained\/)/;

function faultsOf(body: unknown): readonly string[] {
  const resource = body as Json; // as it was parsed
  if (!isResource(resource)) throw new Error('this is no resource');
  return faultsFound(judge(resource, options)).filter((fault) => !ofService.test(fault));
}

test('orders that are made from records, and the Tasks of the tracker, are sound', async () => {
  const { post, get, sandbox } = open();
  const { population } = sandbox.workspace;
  const ids = [published.id, '060CC0-A83008-5A2E6T'];
  for (const n of [10, 500, 1_500, 3_000, 70_000]) {
    const last = population.record(population.at(n).nhsNumber)?.of('issue').at(-1);
    if (last) ids.push(last.prescription);
  }
  expect(ids.length).toBeGreaterThan(3);
  for (const id of ids) {
    const answer = await post('Task/$release', releaseOf('VNE51', id));
    for (const order of releasedIn(answer, 'passedPrescriptions')) expect([id, faultsOf(order)]).toEqual([id, []]);
    expect([id, faultsOf((await get(`/FHIR/R4/Task?identifier=${id}`)).body)]).toEqual([id, []]);
  }
});

test('refusals are sound, also those with somebody else’s details, and so is the statement of capabilities', async () => {
  const { post, get } = open();
  await post('Task/$release', releaseOf('VNE51', published.id));
  for (const { body } of [
    await post('Task/$release', releaseOf('FCG71', published.id)),
    await post('Task/$release', releaseOf('FCG71')),
    await post('Task/$release', { resourceType: 'Parameters', parameter: [] }),
    await get('/FHIR/R4/metadata'),
  ])
    expect(faultsOf(body)).toEqual([]);
});
