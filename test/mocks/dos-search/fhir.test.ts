/** Is what the directory tells good FHIR? Judged by the R4 schema, validators and rules of our own. */
import { expect, test } from 'vitest';
import type { Json } from '../../../src/contract/contract.ts';
import { faultsFound, judge } from '../../fhir/judge/judge.ts';
import { isResource } from '../../fhir/judge/resource.ts';
import { sandboxFor, world } from '../../sandbox.ts';

const { call } = await sandboxFor('dos-search');
const headers = { version: '1', 'X-Request-ID': '8d2f6a04-51c7-4f3e-9a1b-0c5e7d3b2f10' };
const isOrganisation = (ods: string): boolean => world().organisation(ods) !== undefined;
const system = 'https://fhir.nhs.uk/Id/ods-organization-code';

/** The service's own: extensions that no profile here knows, no total with endpoints, and no mark of test data. */
const isTheService = (fault: string): boolean => /^own rules: O(?:9|11|12) /.test(fault);

test.for(['Y90001', 'Y90033', 'FZ001', 'FZ118', 'FLM49', 'ABC123'])('of %s', async (code) => {
  const identifier = encodeURIComponent(`${system}|${code}`);
  for (const path of [
    `/Organization?identifier=${identifier}&_revinclude=Endpoint:organization`,
    `/HealthcareService?organization.identifier=${identifier}`,
  ]) {
    const body = (await call('GET', path, { headers })).body as unknown as Json;
    if (!isResource(body)) throw new Error('this is no resource');
    const faults = faultsFound(judge(body, { isOrganisation })).filter((fault) => !isTheService(fault));
    expect([path, faults]).toEqual([path, []]);
  }
});
