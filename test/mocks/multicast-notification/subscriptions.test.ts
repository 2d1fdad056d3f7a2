/** Subscribing and publishing, as an application does both; and each documented status, when it is asked for. */
import { expect, test } from 'vitest';
import { sandboxesFor } from '../../sandbox.ts';

const open = await sandboxesFor('multicast-notification');

const header = { 'X-Correlation-ID': 'a-test' };
const noSuchId = '0d9b6c1e-72f4-4a85-b3e0-9f16c8d4a527';

const wanted = {
  resourceType: 'Subscription' as const,
  status: 'requested' as const,
  reason: '',
  criteria: 'eventType=pds-death-notification-2',
  channel: { type: 'message' as const, endpoint: 'mesh://X26ABC1?workflow_id=SANDBOX_DEATHS', payload: 'application/fhir+json' },
};

const told = (subject: string) => ({
  specversion: '1.0' as const,
  id: `event-about-${subject}`,
  source: 'https://fhir.nhs.uk/Id/nhsSpineASID/477121000323',
  type: 'pds-change-of-gp-2',
  time: '2025-12-31T23:59:00Z',
  subject,
});

test('a subscription is made active, read, listed, replaced and ended', async () => {
  const { client } = open();
  const made = await client.POST('/subscriptions', { params: { header }, body: wanted });
  expect([made.response.status, made.response.headers.get('x-correlation-id')]).toEqual([201, 'a-test']);
  const path = { id: made.data?.id ?? '' };
  const read = async () => client.GET('/subscriptions/{id}', { params: { header, path } });
  const list = async () => (await client.GET('/subscriptions', { params: { header } })).data;
  expect((await read()).data).toEqual({ ...wanted, ...path, status: 'active' });
  expect((await list())?.entry).toContainEqual({ ...wanted, ...path, status: 'active' });

  const channel = { ...wanted.channel, endpoint: 'arn:aws:sqs:eu-west-2:000000000000:sandbox-deaths' };
  const replaced = await client.PUT('/subscriptions/{id}', { params: { header, path }, body: { ...wanted, channel } });
  expect(replaced.response.status).toBe(204);
  expect((await read()).data?.channel).toEqual(channel);

  expect((await client.DELETE('/subscriptions/{id}', { params: { header, path } })).response.status).toBe(204);
  expect([(await read()).response.status, (await read()).error]).toEqual([404, { errors: 'Not found' }]);
  expect((await list())?.entry?.map(({ id }) => id)).not.toContain(path.id);
});

test('a long list has pages', async () => {
  const { client } = open();
  for (let made = 0; made < 25; made++) await client.POST('/subscriptions', { params: { header }, body: wanted });
  const seen = new Set<string>();
  let from: string | undefined;
  do {
    const { data } = await client.GET('/subscriptions', { params: { header, query: from === undefined ? {} : { continue_from: from } } });
    for (const { id } of data?.entry ?? []) seen.add(id);
    const next = data?.link?.find(({ relation }) => relation === 'next')?.url;
    from = next === undefined ? undefined : (new URL(next).searchParams.get('continue_from') ?? undefined);
  } while (from !== undefined);
  expect(seen.size).toBe(26); // with the one of the published sandbox
});

test.for(['referredPatient', 'janeSmith', 'staceyTwitchett', 'documentPatient', 'guardian'] as const)(
  'an event about %s is taken under its id, in the current form and in the old one',
  async (name) => {
    const { call, people } = open();
    const event = told(people[name]);
    const headers = { ...header, 'Content-Type': 'application/cloudevents+json' };
    const taken = { status: 200, body: { id: event.id } };
    expect(await call('POST', '/events', { headers, body: event })).toMatchObject(taken);
    expect(await call('POST', '/events', { headers, body: event })).toMatchObject(taken);
    const system = { name: 'Sandbox Spine', identifier: { system: 'https://fhir.nhs.uk/Id/nhsSpineASID', value: '477121000323' } };
    const old = {
      id: event.id,
      type: 'pds-change-of-gp-1',
      subject: { nhsNumber: event.subject, familyName: 'LAPWING', dob: '2016-09-13' },
      source: system,
      time: event.time,
      data: { versionId: 'W/"3"', fullUrl: 'https://api.example/Patient', registrationEncounterCode: '', provenance: system },
    };
    expect(await call('POST', '/events', { headers: header, body: old })).toMatchObject(taken);
  },
);

test('what is wrong is said in the words of the service', async () => {
  const { call } = open();
  const events = { ...header, 'Content-Type': 'application/cloudevents+json' };
  const fhir = { ...header, 'Content-Type': 'application/fhir+json' };
  const { type: _, ...untyped } = told('9912003888');
  const sent = [
    await call('POST', '/events', { headers: events, body: untyped }),
    await call('POST', '/events', { headers: events, body: { ...told('9912003888'), time: 'yesterday' } }),
    await call('POST', '/subscriptions', { headers: fhir, body: { ...wanted, resourceType: 'Patient' } }),
    await call('GET', '/subscriptions/first', { headers: header }),
    await call('GET', '/subscriptions?continue_from=somewhere', { headers: header }),
    await call('PUT', `/subscriptions/${noSuchId}`, { headers: fhir, body: wanted }),
  ];
  expect(sent.map(({ status, body }) => [status, body])).toEqual([
    [400, { validationErrors: { type: 'Please provide a valid event type' } }],
    [400, { validationErrors: { time: 'Please provide a valid time' } }],
    [400, { validationErrors: { resourceType: 'Please provide the correct resource type for this endpoint' } }],
    [400, { errors: 'Please provide a valid subscription ID in UUID4 format' }],
    [400, { errors: 'The continue_from field was not valid' }],
    [404, { errors: 'Not found' }],
  ]);
});

test('every documented status can be asked for, and comes in a documented shape', async () => {
  const { contract, call } = open();
  const asked: string[] = [];
  for (const { id, method, path, responses } of contract.operations) {
    const isWrite = method === 'POST' || method === 'PUT';
    const body = id === 'publish-event' ? told('9912003888') : wanted;
    const type = id === 'publish-event' ? 'application/cloudevents+json' : 'application/fhir+json';
    for (const status of responses.keys()) {
      const headers = { ...header, Prefer: `code=${status}`, ...(isWrite && { 'Content-Type': type }) };
      const address = path.replace('{id}', 'e9050741-ae87-4720-beb1-2abd9248e227');
      const answer = await open().call(method, address, { headers, ...(isWrite && { body }) });
      // The sandbox of tests holds every answer against its contract.
      expect([id, answer.status]).toEqual([id, Number(status)]);
      const known = answer.status === 401 ? 'fault' : answer.body['validationErrors'] === undefined ? 'errors' : 'validationErrors';
      if (answer.status >= 400) expect(Object.keys(answer.body)).toEqual([known]);
      asked.push(`${id} ${status}`);
    }
  }
  expect(asked.length).toBe(35);
  expect((await call('GET', '/subscriptions', { headers: { ...header, Prefer: 'code=401' } })).body['fault']?.['detail']).toEqual({
    errorcode: 'oauth.v2.InvalidAccessToken',
  });
});
