/** What a client of this API does: reads people's vaccinations, and is told what is wrong with its requests. */
import { expect, test } from 'vitest';
import { sandboxesFor } from '../../sandbox.ts';

const open = await sandboxesFor('immunisation-history');
const nhsNumber = 'https://fhir.nhs.uk/Id/nhs-number|';
const asked = (of: string, more = 'immunization.target=COVID19'): string =>
  `/Immunization?patient.identifier=${encodeURIComponent(nhsNumber + of)}&_include=Immunization:patient&${more}`;

test('the history of everybody is about them, and ends with them', async () => {
  const { client, people, workspace } = open();
  for (const of of [people.janeSmith, people.ozzieOwler, people.guardian, people.centenarian, people.accents]) {
    const { data, response } = await client.GET('/Immunization', {
      params: {
        query: { 'patient.identifier': nhsNumber + of, 'immunization.target': 'COVID19', _include: 'Immunization:patient' },
        header: { 'X-Correlation-ID': 'a walk' },
      },
    });
    expect([response.status, response.headers.get('x-correlation-id'), response.headers.get('version')]).toEqual([200, 'a walk', '1']);
    const resources = (data?.entry ?? []).map(({ resource }) => resource);
    const vaccinations = resources.filter((each) => each.resourceType === 'Immunization');
    const jabs =
      workspace.population
        .record(of)
        ?.of('vaccination')
        .filter(({ sort }) => sort === 'COVID') ?? [];
    expect(vaccinations.map(({ id, patient }) => [id, patient.identifier.value])).toEqual(jabs.toReversed().map(({ id }) => [id, of]));
    expect(data?.total).toBe(vaccinations.length);
    const { birthDate } = workspace.population.find(of) ?? {};
    if (jabs.length > 0) expect(resources.at(-1)).toMatchObject({ resourceType: 'Patient', identifier: [{ value: of }], birthDate });
  }
});

test('every documented status answers when it is asked for', async () => {
  const { call, contract } = open();
  for (const { responses } of contract.operations) {
    for (const code of [...responses.keys()].flatMap((key) => (key === '4XX' ? [400, 401, 403, 429] : [Number(key)]))) {
      const { status, body } = await call('GET', asked('9000000009'), { headers: { Prefer: `code=${code}` } });
      expect([status, body['resourceType']]).toEqual([code, code === 200 ? 'Bundle' : code === 404 ? undefined : 'OperationOutcome']);
    }
  }
});
