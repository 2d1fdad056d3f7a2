/** A patient sees what was prescribed, asks for the next issue, and follows it. */
import { expect, test } from 'vitest';
import { nobodysNumber, wrongCheckDigit } from '../../../mocks/personas.ts';
import type { components } from '../../../src/generated/gp-connect-prescriptions.types.ts';
import { sandboxesFor, world } from '../../sandbox.ts';

const header = { 'X-Request-ID': '00000000-0000-4000-8000-000000000001' };
const open = await sandboxesFor('gp-connect-prescriptions');

function requestFor(nhsNumber: string, plan: string): components['schemas']['NewTask'] {
  const patient = {
    reference: `Patient/${nhsNumber}`,
    identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: nhsNumber },
  };
  return {
    resourceType: 'Task',
    status: 'requested',
    intent: 'order',
    code: { coding: [{ system: 'http://snomed.info/sct', code: '103742009', display: 'Renewal of prescription' }] },
    focus: { reference: plan },
    for: patient,
    authoredOn: '2026-01-01T00:00:00+00:00',
    requester: patient,
    note: [{ authorString: 'Patient', text: 'Two days left.' }],
  };
}

test('five people see what was prescribed to them, ask for the next issue, and find what they asked for', async () => {
  const { client } = open();
  for (const index of [10, 50, 400_001, 700_000, 700_001]) {
    const { nhsNumber } = world().at(index);
    const prescribed = await client.GET('/Patient/{id}/MedicationRequest', { params: { path: { id: nhsNumber }, header } });
    expect(prescribed.response.status).toBe(200);
    const resources = (prescribed.data?.entry ?? []).map(({ resource }) => resource);
    expect(resources.length).toBeGreaterThan(0);
    for (const { subject } of resources) expect(subject.identifier?.value).toBe(nhsNumber);
    const plans = resources.filter(({ intent }) => intent === 'plan').map(({ id }) => `MedicationRequest/${id}`);
    for (const { intent, basedOn } of resources) if (intent === 'order') expect(plans).toContain(basedOn?.[0]?.reference);

    const sent = requestFor(nhsNumber, plans[0] ?? '');
    const made = await client.POST('/Task', { params: { header }, body: sent });
    expect([made.response.status, made.data]).toMatchObject([201, sent]);
    const query = { patient: nhsNumber };
    const found = await client.GET('/Task', { params: { header, query } });
    expect(found.data?.entry?.map(({ resource }) => resource.id)).toEqual([made.data?.id]);
    const byStatus = await client.GET('/Task', { params: { header, query: { ...query, status: 'completed' } } });
    expect(byStatus.data?.entry ?? []).toEqual([]);
    const byId = await client.GET('/Task', { params: { header, query: { ...query, id: made.data?.id ?? '' } } });
    expect(byId.data?.entry?.map(({ resource }) => resource)).toMatchObject([sent]);
  }
});

test('what is wrong has a status, an issue and a code of its own', async () => {
  const { call, people } = open();
  const { focus: _, ...rest } = requestFor(people.janeSmith, 'MedicationRequest/4de39acf-73b1-4dc6-bb87-c98b57ee5413');
  const prescribed = `/Patient/${people.janeSmith}/MedicationRequest`;
  for (const [asked, expected, diagnostics] of [
    [call('GET', prescribed), [400, 'invalid', 'BAD_REQUEST'], /X-Request-ID/],
    [
      call('GET', `/Patient/${wrongCheckDigit}/MedicationRequest`, { headers: header }),
      [400, 'value', 'INVALID_NHS_NUMBER'],
      /check digit/,
    ],
    [call('GET', `/Patient/${nobodysNumber}/MedicationRequest`, { headers: header }), [404, 'not-found', 'PATIENT_NOT_FOUND'], /Nobody/],
    [call('GET', `/Task?patient=${nobodysNumber}`, { headers: header }), [404, 'not-found', 'PATIENT_NOT_FOUND'], /Nobody/],
    [call('GET', '/Task', { headers: header }), [400, 'invalid', 'BAD_REQUEST'], /patient/],
    [call('GET', '/Task?patient=first', { headers: header }), [400, 'value', 'INVALID_NHS_NUMBER'], /patient/],
    [call('GET', `${prescribed}?authoredon=g2022-01-15`, { headers: header }), [422, 'invalid', 'INVALID_PARAMETER'], /authoredon/],
    [call('POST', '/Task', { headers: header, body: rest }), [422, 'invalid', 'INVALID_RESOURCE'], /^\/focus: /],
    [call('POST', '/Task', { headers: header, body: '{' }), [422, 'invalid', 'INVALID_RESOURCE'], /./],
    [call('POST', '/Task', { headers: header }), [422, 'invalid', 'INVALID_RESOURCE'], /./],
  ] as const) {
    const { status, body } = await asked;
    const issue = body['issue']?.[0];
    const coding = issue?.['details']?.['coding']?.[0];
    expect([status, issue?.['code'], coding?.['code']]).toEqual(expected);
    expect(issue?.['diagnostics']).toMatch(diagnostics);
    expect(coding?.['system']).toBe('https://fhir.nhs.uk/R4/ValueSet/Spine-ErrorOrWarningCode-1');
    expect(body['meta']).toEqual({ profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-OperationOutcome'] });
  }
});

test('every documented status can be asked for, and comes in a documented shape', async () => {
  const { call, contract, people } = open();
  const task = requestFor(people.janeSmith, 'MedicationRequest/4de39acf-73b1-4dc6-bb87-c98b57ee5413');
  for (const { id, method, path, responses } of contract.operations) {
    const query = id === 'get-task' ? `?patient=${people.janeSmith}` : '';
    for (const code of [...responses.keys()].flatMap((key) => (key === '4XX' ? [400, 401, 403, 404, 409, 422, 429] : [Number(key)]))) {
      const { status, body } = await call(method.toUpperCase(), path.replace('{id}', people.janeSmith) + query, {
        headers: { ...header, Prefer: `code=${code}` },
        ...(method === 'post' && { body: task }),
      });
      expect([id, status]).toEqual([id, code]);
      expect(String(body['resourceType'])).toMatch(code < 400 ? /^(Bundle|Task)$/ : /^OperationOutcome$/);
    }
  }
});
