/** Is what staff and patients are told of prescriptions good FHIR? Judged by the R4 schema, validators and rules of our own. */
import { expect, test } from 'vitest';
import type { Json } from '../../../src/contract/contract.ts';
import { elementAt, elementsAt } from '../../../src/fhir/clinical/element.ts';
import { faultsFound, judge } from '../../fhir/judge/judge.ts';
import { isResource } from '../../fhir/judge/resource.ts';
import { sandboxForAll, world } from '../../sandbox.ts';
import { testPerson as people } from '../../../mocks/personas.ts';
import { headers } from './tracking.ts';

const sandbox = await sandboxForAll(['prescription-tracker', 'prescriptions-for-patients']);
const isOrganisation = (ods: string): boolean => world().organisation(ods) !== undefined;

/**
 * The service's own: its extensions, among them one that has another code system here than where patients read; a total that counts
 * prescriptions, an entry of nothing where nothing was found, ids of its own, and no mark of test data.
 */
const ofOwnRules =
  /^own rules: O(?:6|11|12) |^own rules: O9 \S+ (?:the extension )?http(?:s:\/\/fhir\.nhs\.uk|:\/\/hl7\.org\/fhir\/5\.0)\/|^own rules: O3 \/entry is empty/;
/** What it publishes besides: steps of the history that stand for themselves, and a list of identifiers where FHIR has one. References within the Bundle are by fullUrl. */
const published = /Invalid reference: got "urn:uuid:|Constraint rqg-1 not met|performer\.identifier\)/;

const isTheService = (fault: string): boolean =>
  ofOwnRules.test(fault) || (/^(?:medplum|uk core): /.test(fault) && fault.split('; ').every((part) => published.test(part)));

const faultsIn = (body: Json): readonly string[] => {
  if (!isResource(body)) throw new Error('this is no resource');
  return faultsFound(judge(body, { isOrganisation })).filter((fault) => !isTheService(fault));
};

const bodyOf = async (path: string, more: Record<string, string> = {}): Promise<Json> =>
  (await (await sandbox.request(path, { headers: { ...headers, ...more } })).json()) as Json;

const faultsOf = async (path: string): Promise<readonly string[]> => faultsIn(await bodyOf(path));

test.for([people.severalPrescriptions, people.cancelledAndNotDispensed, people.distanceSeller, people.wrongPhone])(
  'of %s',
  async (number) => {
    const found = await sandbox.request(`/clinical-prescription-tracker/RequestGroup?nhsNumber=${number}`, { headers });
    const ids = /[0-9A-F]{6}-\w{6}-[0-9A-F]{5}[0-9A-Z+]/.exec(await found.text()) ?? [];
    expect(await faultsOf(`/clinical-prescription-tracker/RequestGroup?nhsNumber=${number}`)).toEqual([]);
    for (const id of ids) expect(await faultsOf(`/clinical-prescription-tracker/RequestGroup/${encodeURIComponent(id)}`)).toEqual([]);
    // Each prescription is a Bundle of its own, within which its references lead somewhere.
    const shown = await bodyOf('/prescriptions-for-patients/Bundle', { 'x-nhs-number': number });
    for (const entry of elementsAt(shown, 'entry')) expect(faultsIn(elementAt(entry, 'resource') ?? null)).toEqual([]);
  },
);
