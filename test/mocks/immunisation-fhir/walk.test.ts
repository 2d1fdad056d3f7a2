/** What a client of this API does: records a vaccination, reads it, finds it, changes it and takes it back. */
import { expect, test } from 'vitest';
import { sandboxesFor, type Loose } from '../../sandbox.ts';

const open = await sandboxesFor('immunisation-fhir');
const nhsNumber = 'https://fhir.nhs.uk/Id/nhs-number|';
const fhir = { 'Content-Type': 'application/fhir+json' };
const exampleOf = (operation: string, { contract } = open()): Loose =>
  contract.operations.find(({ id }) => id === operation)?.body?.content[0]?.examples[0]?.value as Loose;
const search = (of: string, more = '-immunization.target=FLU'): string =>
  `/Immunization?patient.identifier=${encodeURIComponent(nhsNumber + of)}&${more}`;

/** A vaccination against flu of somebody of the population. */
const vaccinationOf = (of: string): object => {
  const { population } = open().workspace;
  const example = exampleOf('createImmunization');
  const identifier = [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: of }];
  const contained = [
    example['contained']?.[0],
    { ...example['contained']?.[1], identifier, birthDate: population.find(of)?.birthDate ?? '1970-01-01' },
  ];
  return { ...example, contained, patient: { reference: '#Pat1' }, identifier: [{ system: 'https://supplier.example', value: of }] };
};

test('each of five people finds their own vaccination beside those of their record, by address and by form', async () => {
  const { call, request, contract, people, workspace } = open();
  const five = [people.guardian, people.centenarian, people.accents, people.twinElder, people.leapling];
  for (const of of five) await call('POST', '/Immunization', { body: vaccinationOf(of), headers: fhir });
  for (const of of five) {
    const form = new URLSearchParams({ 'patient.identifier': nhsNumber + of, '-immunization.target': 'FLU' });
    const byForm = await request(`${contract.basePath}/Immunization/_search`, { method: 'POST', body: form });
    for (const body of [(await call('GET', search(of))).body, (await byForm.json()) as Loose]) {
      const { resource } = body['entry']?.[0] ?? {};
      const jabs =
        workspace.population
          .record(of)
          ?.of('vaccination')
          .filter(({ sort, status }) => sort === 'FLU' && status === 'completed') ?? [];
      expect(resource?.['patient']?.['identifier']?.['value']).toBe(of);
      expect(body['total']).toBe(jabs.length);
    }
  }
});

test('every documented status answers when it is asked for', async () => {
  const { request, contract } = open();
  for (const { id, method, path, body, responses } of contract.operations) {
    const sent = body?.content[0];
    const query = id === 'searchImmunizationGet' ? search('9000000009').slice(path.length) : '';
    const address = contract.basePath + path.replace('{id}', '29dc4e84-7e72-11ee-b962-0242ac120002') + query;
    for (const code of [...responses.keys()].flatMap((key) => (key === '4XX' ? [400, 401, 403, 404, 405, 422] : [Number(key)]))) {
      const headers = { Prefer: `code=${code}`, 'E-Tag': '1', ...(sent && { 'Content-Type': sent.type }) };
      const form = new URLSearchParams({ 'patient.identifier': `${nhsNumber}9000000009` }).toString();
      const text = sent?.type === 'application/fhir+json' ? JSON.stringify(sent.examples[0]?.value) : form;
      const answer = await request(address, { method: method.toUpperCase(), headers, ...(sent && { body: text }) });
      expect([id, answer.status]).toEqual([id, code]);
      if (code >= 400) expect(await answer.json()).toMatchObject({ resourceType: 'OperationOutcome' });
    }
  }
});
