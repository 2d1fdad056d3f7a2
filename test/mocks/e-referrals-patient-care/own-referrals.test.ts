/** Patients read their own referrals, as the hospital and the practice have them, and what comes next of each. */
import { expect, test } from 'vitest';
import type { Json } from '../../../src/contract/contract.ts';
import { faultsFound, judge } from '../../fhir/judge/judge.ts';
import { isResource } from '../../fhir/judge/resource.ts';
import { given } from '../../given.ts';
import { ownApis } from '../../../src/runtimes/own-apis.ts';
import { sandboxOf, world, type Answer, type Loose, type SandboxOptions } from '../../sandbox.ts';

/** Its referrals are those of the other API, which is served beside it. */
const apis = await ownApis(['e-referrals', 'e-referrals-patient-care']);
const mocks = Object.fromEntries(apis.flatMap(({ contract: { slug }, mock }) => (mock ? [[slug, mock]] : [])));
const base = '/e-referrals-service-patient-care-api';

function open(options: SandboxOptions = {}) {
  const sandbox = sandboxOf(
    apis.map(({ contract }) => contract),
    { mocks, population: world(), ...options },
  );
  return {
    ...sandbox,
    async call(method: string, path: string, { headers = {} }: { readonly headers?: Record<string, string> } = {}): Promise<Answer> {
      const response = await sandbox.send(method, base + path, undefined, headers);
      return { status: response.status, headers: response.headers, body: (await response.json()) as Loose };
    },
  };
}

const still = open();

const query = (number: string, more = ''): string => `/FHIR/R4/ServiceRequest?patient:identifier=${number}&category=3457005${more}`;
const both = '&_revinclude=Appointment:based-on&_revinclude=Task:focus';
const entriesOf = ({ body }: Pick<Answer, 'body'>): readonly { readonly resource: Loose; readonly search: Loose }[] =>
  (body['entry'] ?? []) as unknown as readonly { readonly resource: Loose; readonly search: Loose }[];
const typesIn = (answer: Pick<Answer, 'body'>): readonly string[] =>
  entriesOf(answer).map(({ resource }) => String(resource['resourceType']));
const codeOf = ({ status, body }: Answer): string => `${status} ${String(body['issue']?.[0]?.['details']?.['coding']?.[0]?.['code'])}`;

/** Somebody of the population whose referral is under way. */
const waiting = (() => {
  for (const { nhsNumber } of world().seek({ needs: { waiting: {} } }))
    if (
      world()
        .record(nhsNumber)
        ?.of('referral')
        .some(({ status }) => status === 'sent' || status === 'booked')
    )
      return nhsNumber;
  throw new Error('nobody waits');
})();

test('a referral is told in its state, by the number that the hospital has for it, with what is next', async () => {
  const answer = await still.call('GET', query(waiting, both));
  const [first] = entriesOf(answer);
  const numbers = world()
    .record(waiting)
    ?.of('referral')
    .map(({ ubrn }) => ubrn);
  expect([answer.status, first?.search['mode']]).toEqual([200, 'match']);
  expect(numbers).toContain(String(first?.resource['identifier']?.[0]?.['value']));
  expect(new Set(typesIn(answer)).has('ServiceRequest')).toBe(true);
  expect(new Set(typesIn(await still.call('GET', query(waiting))))).toEqual(new Set(['ServiceRequest']));
});

test('whoever has none under way gets an empty list, and so do the dead', async () => {
  const nobody = await still.call('GET', query('9111231130'));
  expect([nobody.status, nobody.body['total'], nobody.body['entry']]).toEqual([200, 0, undefined]);
});

test('the service that an appointment or a task names can be read', async () => {
  const published = await still.call('GET', query('9912003888', both));
  const task = entriesOf(published).find(({ resource }) => String(resource['resourceType']) === 'Task')?.resource;
  const appointment = entriesOf(published).find(({ resource }) => String(resource['resourceType']) === 'Appointment')?.resource;
  for (const id of [task?.['owner']?.['identifier']?.['value'], appointment?.['participant']?.[0]?.['actor']?.['identifier']?.['value']]) {
    const service = await still.call('GET', `/FHIR/R4/HealthcareService/${String(id)}`);
    expect([service.status, service.body['identifier']?.[0]?.['value']]).toEqual([200, id]);
  }
  expect(codeOf(await still.call('GET', '/FHIR/R4/HealthcareService/none'))).toBe('404 REC_NOT_FOUND');
});

test('what staff change in the e-Referral Service, the patient reads at once', async () => {
  const sandbox = open();
  const ask = async (method: string, path: string, headers: Record<string, string> = {}, body?: object): Promise<Loose> => {
    const response = await sandbox.send(method, path, body, { 'Content-Type': 'application/fhir+json', ...headers });
    return (await response.json()) as Loose;
  };
  const provider = { 'NHSD-End-User-Organisation-ODS': 'R69', 'NHSD-eRS-Business-Function': 'SERVICE_PROVIDER_CLINICIAN' };
  const made = await ask('POST', '/referrals/FHIR/STU3/ReferralRequest/$ers.createFromCommunicationRequestActionLater', provider, {
    resourceType: 'Parameters',
    parameter: [
      { name: 'createFrom', valueReference: { reference: 'CommunicationRequest/000000070001/_history/5' } },
      { name: 'guidance', valueString: 'We shall see the patient.' },
      { name: 'newReferralPriority', valueCoding: { code: 'URGENT' } },
      { name: 'reviewComments', valueString: 'For the heart failure clinic' },
    ],
  });
  const own = await ask('GET', base + query('9912003888'));
  const told = entriesOf({ body: own }).find(({ resource }) => resource['identifier']?.[0]?.['value'] === made['id'])?.resource;
  expect(told?.['extension']?.[1]?.['extension']?.[0]?.['valueCoding']?.['code']).toBe('ARBL');
});

test('a patient reads nobody else’s, and an application by itself reads none', async () => {
  const sandbox = open({ settings: { access: 'strict' } });
  const { token } = given(sandbox, {}, { mode: 'patient-access', user: { id: 'jane', nhsNumber: '9000000009', proofing: 'P9' } });
  const headers = { Authorization: `Bearer ${token}` };
  expect((await sandbox.call('GET', query('9000000009'), { headers })).status).toBe(200);
  expect(codeOf(await sandbox.call('GET', query(waiting), { headers }))).toBe('403 REC_FORBIDDEN');
  const application = given(sandbox);
  const alone = await sandbox.call('GET', query(waiting), { headers: { Authorization: `Bearer ${application.token}` } });
  expect(alone.status).toBe(403);
});

test('what is asked for wrongly is REC_BAD_REQUEST', async () => {
  for (const path of [
    query('9000000000'),
    query('heart'),
    '/FHIR/R4/ServiceRequest?category=3457005',
    query(waiting, '&_revinclude=Patient'),
  ])
    expect([path, codeOf(await still.call('GET', path))]).toEqual([path, '400 REC_BAD_REQUEST']);
});

test('bundles are good FHIR, but for what is the service’s own and the sandbox’s rules for itself', async () => {
  for (const number of [waiting, '9912003888']) {
    const body = (await still.call('GET', query(number, both))).body as unknown as Json;
    if (!isResource(body)) throw new Error('this is no resource');
    const faults = faultsFound(judge(body, { isOrganisation: () => true }));
    expect(faults.filter((line) => !line.startsWith('own rules'))).toEqual([]);
  }
});
