/** Records of people drawn by chance: whole, and told alike by every API that has something to do with them. */
import { expect, test } from 'vitest';
import { sandboxForAll, world, type Loose } from '../../sandbox.ts';
import { about, brokenIn, everyArea, header, operation } from './asking.ts';

const sandbox = await sandboxForAll(['gp-connect-record', 'gp-connect-prescriptions', 'personal-demographics', 'immunisation-fhir']);
const facing = '/gp-connect/patient-facing';

/** Who lives, and is on the list of a practice. */
function* people(count: number): Generator<string> {
  let found = 0;
  for (let n = 1; found < count; n += 1) {
    const { nhsNumber, death, restricted, status, registrations, removal } = world().at(n * 7_919);
    if (death || restricted || removal || status.kind !== 'live' || registrations[0] === undefined || registrations[0].period.end) continue;
    found += 1;
    yield nhsNumber;
  }
}

async function get(path: string): Promise<{ readonly status: number; readonly body: Loose }> {
  const answer = await sandbox.send('GET', path, undefined, header);
  return { status: answer.status, body: (await answer.json()) as Loose }; // every answer of these is an object
}

async function recordOf(number: string): Promise<readonly Loose[] | undefined> {
  const answer = await sandbox.send('POST', `${facing}/access-record-fhir/FHIR/STU3${operation}`, about(number, ...everyArea), {
    ...header,
    'Content-Type': 'application/fhir+json',
  });
  const { entry = [] } = (await answer.json()) as { readonly entry?: readonly { readonly resource: Loose }[] }; // a Bundle, or a fault
  return answer.status === 200 ? entry.map(({ resource }) => resource) : undefined;
}

const resourcesOf = (body: Loose): readonly Loose[] =>
  ((body['entry'] ?? []) as unknown as readonly { readonly resource: Loose }[]).map(({ resource }) => resource);

const textOf = (value: Loose | undefined): string => JSON.stringify(value) ?? '';

test('what a hundred people have on record is whole, and as other APIs have it', { timeout: 240_000 }, async () => {
  let told = 0;
  for (const number of people(130)) {
    const resources = await recordOf(number);
    if (!resources) continue;
    told += 1;
    expect([number, brokenIn(resources)]).toEqual([number, []]);

    const demographics = (await get(`/personal-demographics/FHIR/R4/Patient/${number}`)).body;
    const [patient] = resources;
    expect([number, textOf(patient?.['birthDate']), patient?.['gender'], textOf(patient?.['name']?.[0]?.['family'])]).toEqual([
      number,
      textOf(demographics['birthDate']),
      demographics['gender'],
      textOf(demographics['name']?.[0]?.['family']),
    ]);

    const prescribed = await get(`${facing}/prescriptions-management-fhir/FHIR/R4/Patient/${number}/MedicationRequest`);
    const shortIds = (from: readonly Loose[]): ReadonlyMap<string, string> =>
      new Map(
        from
          .filter(({ resourceType, intent }) => String(resourceType) === 'MedicationRequest' && String(intent) === 'order')
          .map((order) => [
            String(order['id']),
            `${textOf(order['groupIdentifier']?.['value'])} ${String(order['authoredOn']).slice(0, 10)}`,
          ]),
      );
    const here = shortIds(resources);
    for (const [id, words] of shortIds(prescribed.status === 200 ? resourcesOf(prescribed.body) : []))
      if (here.has(id)) expect([number, id, here.get(id)]).toEqual([number, id, words]);

    const search = `patient.identifier=https://fhir.nhs.uk/Id/nhs-number%7C${number}&-immunization.target=FLU,COVID,MMR,HPV,SHINGLES`;
    const jabs = resourcesOf((await get(`/immunisation-fhir-api/FHIR/R4/Immunization?${search}`)).body);
    const own = resources.filter(({ resourceType }) => String(resourceType) === 'Immunization');
    const given = new Map(own.map((each) => [String(each['id']), `${String(each['date']).slice(0, 10)} ${textOf(each['lotNumber'])}`]));
    for (const each of jabs)
      if (given.has(String(each['id'])))
        expect([number, given.get(String(each['id']))]).toEqual([
          number,
          `${String(each['occurrenceDateTime']).slice(0, 10)} ${textOf(each['lotNumber'])}`,
        ]);
  }
  expect(told).toBeGreaterThan(100);
});
