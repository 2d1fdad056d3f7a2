/** What a FHIR search has beside its matches, and which parts of them it shows, where that is asked for. */
import { describe, expect, test } from 'vitest';
import { sandboxOf, type Sandbox } from '../../../sandbox.ts';

const bundle = `{ type: object, required: [resourceType, type], properties: { resourceType: { type: string, enum: [Bundle] }, type: { type: string }, total: { type: integer }, link: { type: array, items: { type: object } }, entry: { type: array, items: { type: object, properties: { fullUrl: { type: string }, resource: { type: object }, search: { type: object } } } } } }`;
const query = (name: string, more = ''): string => `{ name: '${name}', in: query, schema: { type: string${more} } }`;

const collection = (type: string, parameters: readonly string[]): string => `
  /${type}:
    get:
      parameters: [${parameters.join(', ')}]
      responses: { '200': { description: Found, content: { application/fhir+json: { schema: ${bundle} } } } }
    post:
      requestBody: { required: true, content: { application/fhir+json: { schema: { $ref: '#/components/schemas/${type}' } } } }
      responses: { '201': { description: Made, content: { application/fhir+json: { schema: { $ref: '#/components/schemas/${type}' } } } } }
  /${type}/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get: { responses: { '200': { description: One, content: { application/fhir+json: { schema: { $ref: '#/components/schemas/${type}' } } } } } }
    put:
      requestBody: { required: true, content: { application/fhir+json: { schema: { $ref: '#/components/schemas/${type}' } } } }
      responses: { '201': { description: Made, content: { application/fhir+json: { schema: { $ref: '#/components/schemas/${type}' } } } }, '200': { description: Kept, content: { application/fhir+json: { schema: { $ref: '#/components/schemas/${type}' } } } } }
`;

const resource = (type: string, members: string): string =>
  `    ${type}: { type: object, required: [resourceType], properties: { resourceType: { type: string, enum: [${type}] }, id: { type: string }, meta: { type: object }, text: { type: object }, ${members} } }`;

async function diary(): Promise<
  Sandbox & {
    search(path: string): Promise<readonly string[]>;
    bundle(path: string): Promise<{
      entry?: { resource: { resourceType: string; id: string }; search: { mode: string }; fullUrl?: string }[];
      total: number;
      link: unknown[];
    }>;
  }
> {
  const sandbox = sandboxOf(`
openapi: 3.0.3
info: { title: Diary, version: '1' }
servers: [{ url: /diary }]
paths:
${collection('Slot', [query('status'), query('_include'), query('_include:recurse'), query('_revinclude'), query('schedule.actor'), query('schedule.actor:Practitioner'), query('_summary'), query('_elements')])}
${collection('Schedule', [query('actor'), query('actor.family')])}
${collection('Practitioner', [query('identifier')])}
${collection('Appointment', [query('slot')])}
components:
  schemas:
${resource('Slot', 'status: { type: string }, schedule: { type: object }, start: { type: string }')}
${resource('Schedule', 'actor: { type: array, items: { type: object } }')}
${resource('Practitioner', 'name: { type: array, items: { type: object } }')}
${resource('Appointment', 'slot: { type: array, items: { type: object } }')}
`);
  const put = async (type: string, id: string, body: object): Promise<void> => {
    const kept = await sandbox.send(
      'PUT',
      `/diary/${type}/${id}`,
      { resourceType: type, id, ...body },
      { 'Content-Type': 'application/fhir+json' },
    );
    if (kept.status > 201) throw new Error(await kept.text());
  };
  await put('Practitioner', 'gp', { name: [{ family: 'Bell' }] });
  await put('Schedule', 'mornings', { actor: [{ reference: 'Practitioner/gp' }] });
  await put('Slot', 's1', {
    status: 'free',
    start: '2026-01-05T09:00:00Z',
    schedule: { reference: 'Schedule/mornings' },
    text: { status: 'generated', div: '<div/>' },
  });
  await put('Slot', 's2', {
    status: 'busy',
    start: '2026-01-05T10:00:00Z',
    schedule: { reference: 'https://sandbox.test/diary/Schedule/mornings' },
  });
  await put('Slot', 's3', { status: 'free', start: '2026-01-06T09:00:00Z', schedule: { reference: 'Schedule/gone' } });
  await put('Appointment', 'a1', { slot: [{ reference: 'Slot/s2' }] });
  const found: Awaited<ReturnType<typeof diary>>['bundle'] = async (path) => (await sandbox.request(`/diary/${path}`)).json();
  return {
    ...sandbox,
    bundle: found,
    async search(path) {
      const { entry = [] } = await found(path);
      return entry.map(({ resource: { resourceType, id }, search: { mode } }) => `${mode} ${resourceType}/${id}`);
    },
  };
}

describe('what is included', () => {
  test.each([
    ['Slot?status=busy', ['match Slot/s2']],
    ['Slot?status=busy&_include=Slot:schedule', ['match Slot/s2', 'include Schedule/mornings']],
    ['Slot?_include=Slot:schedule', ['match Slot/s1', 'match Slot/s2', 'match Slot/s3', 'include Schedule/mornings']],
    [
      'Slot?status=busy&_include=Slot:schedule&_include:recurse=Schedule:actor:Practitioner',
      ['match Slot/s2', 'include Schedule/mornings', 'include Practitioner/gp'],
    ],
    ['Slot?status=busy&_include=Slot:schedule:Device', ['match Slot/s2']],
    ['Slot?_revinclude=Appointment:slot&status=busy', ['match Slot/s2', 'include Appointment/a1']],
    ['Slot?_revinclude=Appointment:slot&status=free', ['match Slot/s1', 'match Slot/s3']],
  ])('%s', async (path, entries) => {
    expect(await (await diary()).search(path)).toEqual(entries);
  });

  test('counts in no total, and leads to where it is', async () => {
    const { bundle, request } = await diary();
    const { total, entry } = await bundle('Slot?status=busy&_include=Slot:schedule');
    expect(total).toBe(1);
    expect(await (await request(entry?.[1]?.fullUrl ?? '')).json()).toEqual(entry?.[1]?.resource);
  });
});

test.each([
  ['Slot?schedule.actor=Practitioner/gp', ['match Slot/s1', 'match Slot/s2']],
  ['Slot?schedule.actor:Practitioner=gp', ['match Slot/s1', 'match Slot/s2']],
  ['Slot?schedule.actor=Practitioner/nobody', []],
  ['Schedule?actor.family=be', ['match Schedule/mornings']],
])('a search may go by what a resource refers to: %s', async (path, entries) => {
  expect(await (await diary()).search(path)).toEqual(entries);
});

test.each([
  ['Slot?_has:Appointment:slot:_id=a1', ['match Slot/s2']],
  ['Slot?_has:Appointment:slot:_id=nobody', []],
  ['Schedule?_has:Slot:schedule:status=busy', ['match Schedule/mornings']],
  ['Schedule?_has:Slot:schedule:status=entered-in-error', []],
])('a search may go by what refers to a resource: %s', async (path, entries) => {
  expect(await (await diary()).search(path)).toEqual(entries);
});

describe('parts', () => {
  test('a count is a total without entries', async () => {
    const { bundle } = await diary();
    for (const asked of ['_summary=count', '_count=0']) {
      const counted = await bundle(`Slot?status=free&${asked}`);
      expect(counted).toMatchObject({ total: 2 });
      expect(counted).not.toHaveProperty('entry');
    }
  });

  test('elements are the ones that are asked for, and a tag says so', async () => {
    const { bundle } = await diary();
    const { entry } = await bundle('Slot?status=busy&_elements=start');
    expect(entry?.[0]?.resource).toEqual({
      resourceType: 'Slot',
      id: 's2',
      start: '2026-01-05T10:00:00Z',
      meta: expect.objectContaining({ tag: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'SUBSETTED' }] }),
    });
  });

  test('data has no narrative', async () => {
    const { bundle } = await diary();
    const { entry } = await bundle('Slot?status=free&_summary=data');
    expect(entry?.[0]?.resource).toHaveProperty('start');
    expect(entry?.[0]?.resource).not.toHaveProperty('text');
  });
});
