/** Where the official sandbox of prescriptions falls short, and this one does not. */
import { expect, test } from 'vitest';
import { mod37Check } from '../../../src/fhir/check-digits.ts';
import { sandboxForAll, type Loose } from '../../sandbox.ts';
import { graham, janeSmith, openPractice, outcomeOf, requestFor, resourcesIn } from './requests.ts';

const header = { 'X-Request-ID': '8d2f6a04-51c7-4f3e-9a1b-0c5e7d3b2f10', 'Content-Type': 'application/fhir+json' };
const base = '/gp-connect/patient-facing/prescriptions-management-fhir/FHIR/R4';

const bodyOf = async (answer: Promise<Response>): Promise<{ readonly status: number; readonly headers: Headers; readonly body: Loose }> => {
  const { status, headers, ...response } = await answer.then(async (one) => ({
    status: one.status,
    headers: one.headers,
    text: await one.text(),
  }));
  return { status, headers, body: JSON.parse(response.text) as Loose };
};

test('a request that a practice agrees to is a prescription in every other API', async () => {
  const all = await sandboxForAll(['gp-connect-prescriptions', 'prescriptions-for-patients']);
  all.clock.set(Date.UTC(2026, 0, 26));
  const plans = await bodyOf(all.send('GET', `${base}/Patient/${graham}/MedicationRequest?intent=plan`, undefined, header));
  const plan = resourcesIn(plans)[0]?.['id'];
  expect((await all.send('POST', `${base}/Task`, requestFor(graham, plan), header)).status).toBe(201);
  all.clock.set(Date.UTC(2026, 0, 27, 1));
  const task = resourcesIn(await bodyOf(all.send('GET', `${base}/Task?patient=${graham}`, undefined, header)))[0];
  const item = String(task?.['output']?.[0]?.['valueIdentifier']?.['value']);
  const ordered = await bodyOf(all.send('GET', `${base}/Patient/${graham}/MedicationRequest?identifier=${item}`, undefined, header));
  const number = String(resourcesIn(ordered)[0]?.['groupIdentifier']?.['value']);
  expect(number).toMatch(/^[0-9A-F]{6}-[0-9A-Z]{6}-[0-9A-F]{5}[0-9A-Z+]$/);
  expect(mod37Check(number.slice(0, -1).replaceAll('-', ''))).toBe(number.at(-1));

  const patients = await all.request('/prescriptions-for-patients/Bundle', {
    headers: { ...header, 'X-Correlation-ID': header['X-Request-ID'], 'x-nhs-number': graham },
  });
  const told = await patients.text();
  expect(told).toContain(number);
  expect(told.toLowerCase()).toContain(item);
  expect(all.workspace.population.record(graham)?.entry(item)).toMatchObject({ kind: 'issue', prescription: number, medication: plan });
});

test('what the published example asks for stands in the record from then on', async () => {
  const practice = openPractice();
  const plan = '4de39acf-73b1-4dc6-bb87-c98b57ee5413';
  expect(resourcesIn(await practice.prescribed(janeSmith, '?intent=plan')).map(({ id }) => String(id))).not.toContain(plan);
  expect((await practice.ask('POST', '/Task', requestFor(janeSmith, plan))).status).toBe(201);
  expect(practice.workspace.population.record(janeSmith)?.entry(plan)).toMatchObject({ kind: 'medication', course: 'repeat' });
  expect(resourcesIn(await practice.prescribed(janeSmith, '?intent=plan')).map(({ id }) => String(id))).toContain(plan);
});

test('the same request sent again under its id asks for nothing twice', async () => {
  const practice = openPractice();
  const plan = await practice.repeat(graham);
  const once = { 'X-Request-ID': '5f0d2b9c-7a1e-4c36-9d84-1b6a3e8f7c20' };
  const [first, second] = [
    await practice.ask('POST', '/Task', requestFor(graham, plan['id']), once),
    await practice.ask('POST', '/Task', requestFor(graham, plan['id']), once),
  ];
  expect([second.status, second.body]).toEqual([201, first.body]);
});

test('nobody is found until their online access is switched on, which the first question about permissions does', async () => {
  const all = await sandboxForAll(['gp-connect-prescriptions', 'gp-connect-permissions']);
  const newcomer = '9990001200';
  const list = () => bodyOf(all.send('GET', `${base}/Patient/${newcomer}/MedicationRequest`, undefined, header));
  expect(outcomeOf(await list())).toMatchObject({ status: 404, code: 'PATIENT_NOT_FOUND' });
  expect((await all.send('GET', `/gp-connect/patient-facing/user-permissions/Patient/${newcomer}`, undefined, header)).status).toBe(200);
  expect((await list()).status).toBe(200);
});

test('a list never has an order without its plan, an id twice, or what somebody has beside it', async () => {
  const { prescribed } = openPractice();
  const found = await prescribed(graham);
  const all = resourcesIn(found);
  const ids = all.map(({ id }) => String(id));
  expect(new Set(ids).size).toBe(ids.length);
  const known = new Set(all.map(({ id }) => `MedicationRequest/${String(id)}`));
  for (const { basedOn } of all) if (basedOn) expect(known).toContain(String(basedOn[0]?.['reference']));
  expect(JSON.stringify(all)).not.toMatch(/Condition\/|reasonCode/);
  const urls: unknown = found.body['entry'];
  for (const { fullUrl, resource } of urls as readonly { readonly fullUrl: string; readonly resource: Loose }[])
    expect(fullUrl).toBe(`http://sandbox.test${base}/MedicationRequest/${String(resource['id'])}`);
});

test('what the dead have asked for is cancelled', async () => {
  const all = await sandboxForAll(['gp-connect-prescriptions', 'personal-demographics']);
  const plan = '4de39acf-73b1-4dc6-bb87-c98b57ee5413';
  const made = await bodyOf(all.send('POST', `${base}/Task`, requestFor(janeSmith, plan), header));
  const patient = `/personal-demographics/FHIR/R4/Patient/${janeSmith}`;
  const read = await all.send('GET', patient, undefined, header);
  const status = {
    url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeathNotificationStatus',
    extension: [
      {
        url: 'deathNotificationStatus',
        valueCodeableConcept: { coding: [{ system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-DeathNotificationStatus', code: '1' }] },
      },
    ],
  };
  const patches = [
    { op: 'add', path: '/deceasedDateTime', value: '2025-12-31T10:00:00+00:00' },
    { op: 'add', path: '/extension/-', value: status },
  ];
  const died = await all.send(
    'PATCH',
    patient,
    { patches },
    {
      ...header,
      'If-Match': read.headers.get('etag') ?? '',
      'Content-Type': 'application/json-patch+json',
    },
  );
  expect(died.status).toBe(200);
  expect(outcomeOf(await bodyOf(all.send('GET', `${base}/Task?patient=${janeSmith}`, undefined, header)))).toMatchObject({ status: 404 });
  all.clock.set(Date.UTC(2026, 0, 5));
  expect(all.workspace.population.record(janeSmith)?.of('issue')).toEqual([]);
  expect(String(made.body['status'])).toBe('requested');
});
