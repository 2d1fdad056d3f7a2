/** A trust tells others where a plan is held: makes a pointer, reads it, finds it, changes it, deletes it. */
import { expect, test } from 'vitest';
import type { components } from '../../../src/generated/nrl-producer.types.ts';
import { sandboxFor, world } from '../../sandbox.ts';

const header = { 'NHSD-End-User-Organisation-ODS': 'Y90001', 'X-Request-ID': '00000000-0000-4000-8000-000000000001' };
const about = (nhsNumber: string): string => `https://fhir.nhs.uk/Id/nhs-number|${nhsNumber}`;
const snomed = 'http://snomed.info/sct';
const y90001 = { identifier: { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'Y90001' } } as const;

function planOf(nhsNumber: string): components['schemas']['PointerSent'] {
  return {
    resourceType: 'DocumentReference',
    status: 'current',
    type: { coding: [{ system: snomed, code: '735324008', display: 'Treatment escalation plan' }] },
    category: [{ coding: [{ system: snomed, code: '734163000', display: 'Care plan' }] }],
    subject: { identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: nhsNumber } },
    author: [y90001],
    custodian: y90001,
    content: [
      {
        attachment: { contentType: 'application/pdf', url: 'https://documents.example.org/plans/7' },
        format: {
          system: 'https://fhir.nhs.uk/England/CodeSystem/England-NRLFormatCode',
          code: 'urn:nhs-ic:unstructured',
          display: 'Unstructured Document',
        },
        extension: [
          {
            url: 'https://fhir.nhs.uk/England/StructureDefinition/Extension-England-ContentStability',
            valueCodeableConcept: {
              coding: [{ system: 'https://fhir.nhs.uk/England/CodeSystem/England-NRLContentStability', code: 'static', display: 'Static' }],
            },
          },
        ],
      },
    ],
    context: { practiceSetting: { coding: [{ system: snomed, code: '224891009', display: 'Healthcare services' }] } },
  };
}

test('a pointer is made, read, found, changed and deleted, for five people of the population', async () => {
  const { client } = await sandboxFor('nrl-producer');
  for (const index of [10, 2_000, 30_000, 400_000, 700_000]) {
    const { nhsNumber } = world().at(index);
    const plan = planOf(nhsNumber);
    const made = await client.POST('/DocumentReference', { params: { header }, body: plan });
    expect([made.response.status, made.data?.issue[0]?.details?.coding?.[0]?.code]).toEqual([201, 'RESOURCE_CREATED']);
    const id = made.response.headers.get('location')?.split('/').at(-1) ?? '';
    expect(id).toMatch(/^Y90001-[0-9a-f]{8}-/);

    const params = { path: { id }, header };
    expect((await client.GET('/DocumentReference/{id}', { params })).data).toMatchObject({ ...plan, id });
    const query = { 'subject:identifier': about(nhsNumber), type: `${snomed}|735324008` };
    const found = await client.GET('/DocumentReference', { params: { query, header } });
    expect(found.data?.entry?.map(({ resource }) => resource?.id)).toEqual([id]);
    const posted = await client.POST('/DocumentReference/_search', { params: { header }, body: query });
    expect(posted.data?.total).toBe(1);

    const changed = await client.PUT('/DocumentReference/{id}', { params, body: { ...plan, id, description: 'Second edition' } });
    expect(changed.data?.issue[0]?.details?.coding?.[0]?.code).toBe('RESOURCE_UPDATED');
    expect((await client.GET('/DocumentReference/{id}', { params })).data?.description).toBe('Second edition');

    const deleted = await client.DELETE('/DocumentReference/{id}', { params });
    expect(deleted.data?.issue[0]?.details?.coding?.[0]?.code).toBe('RESOURCE_DELETED');
    const gone = await client.GET('/DocumentReference/{id}', { params });
    expect([gone.response.status, gone.error?.issue[0]?.details?.coding?.[0]?.code]).toEqual([404, 'NO_RECORD_FOUND']);
  }
});

test('a pointer that is no pointer is refused with an issue for each fault', async () => {
  const { call, people } = await sandboxFor('nrl-producer');
  const { custodian: _, ...plan } = planOf(people.janeSmith);
  const subject = { identifier: { system: 'https://example.org/number', value: people.janeSmith } };
  const refused = await call('POST', '/DocumentReference', { headers: header, body: { ...plan, subject } });
  const [first, second] = [refused.body['issue']?.[0], refused.body['issue']?.[1]];
  expect([refused.status, first?.['details']?.['coding']?.[0]?.['code']]).toEqual([400, 'MESSAGE_NOT_WELL_FORMED']);
  expect([first?.['expression'], second?.['expression']]).toEqual([['custodian'], ['subject.identifier.system']]);
  expect(first?.['diagnostics']).toBe('Request body could not be parsed (custodian: Field required)');

  const empty = await call('POST', '/DocumentReference', { headers: header });
  expect(empty.body['issue']?.[0]?.['diagnostics']).toBe('Request body is required');
});

test('every documented status of every operation can be asked for', async () => {
  const { contract, call, people } = await sandboxFor('nrl-producer');
  const criteria = { 'subject:identifier': about(people.janeSmith) };
  for (const { method, path, body: request, responses } of contract.operations) {
    const query = method === 'get' && !path.includes('{id}') ? `?${new URLSearchParams(criteria).toString()}` : '';
    for (const code of [...responses.keys()].flatMap((key) => (key === '4XX' ? [400, 401, 403, 404, 409, 422] : [Number(key)]))) {
      const { status, body } = await call(method.toUpperCase(), path.replace('{id}', 'Y05868-1234567892') + query, {
        headers: { ...header, Prefer: `code=${code}` },
        ...(request && { body: path.endsWith('_search') ? criteria : planOf(people.janeSmith) }),
      });
      expect([method, path, status]).toEqual([method, path, code]);
      expect(String(body['resourceType'])).toMatch(code < 400 ? /^(Bundle|DocumentReference|OperationOutcome)$/ : /^OperationOutcome$/);
    }
  }
});
