/** When things happen in answers that a contract alone gives: near the clock, which stands at the first of January 2026. */
import { describe, expect, test } from 'vitest';
import { sandboxOf, type Sandbox, type SandboxOptions } from '../../sandbox.ts';

const text = { type: 'string' };
const object = (properties: Record<string, unknown>): Record<string, unknown> => ({ type: 'object', properties });
const dated = { type: 'string', format: 'date-time' };
const day = { type: 'string', format: 'date' };

interface Invented {
  readonly path?: string;
  readonly method?: string;
  readonly query?: readonly string[];
  readonly schema?: unknown;
  readonly example?: unknown;
  readonly request?: unknown;
}

function answering(
  { path = '/report', method = 'get', query = [], schema = {}, example, request }: Invented,
  options: SandboxOptions = {},
): Sandbox {
  const parameters = [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: text })),
    ...query.map((name) => ({ name, in: 'query', schema: text })),
  ];
  const media = { schema, ...(example === undefined ? {} : { examples: { shown: { value: example } } }) };
  const operation = {
    parameters,
    ...(request === undefined ? {} : { requestBody: { content: { 'application/json': { schema: request } } } }),
    responses: { [method === 'post' ? 201 : 200]: { description: 'Fine.', content: { 'application/json': media } } },
  };
  return sandboxOf(
    JSON.stringify({ openapi: '3.1.0', info: { title: 'Clinic', version: '1' }, paths: { [path]: { [method]: operation } } }),
    options,
  );
}

// What is made is looked at member by member.
// oxlint-disable-next-line typescript/no-explicit-any
const bodyOf = async ({ send }: Sandbox, path = '/report', headers: Record<string, string> = {}): Promise<any> =>
  (await send('GET', path, undefined, headers)).json();

const now = Date.UTC(2026, 0, 1);
const week = 7 * 86_400_000;

describe('a published answer', () => {
  const visit = {
    id: 'v1',
    createdAt: '2021-03-01T09:00:00Z',
    sentAt: '2021-03-03T10:30:00+00:00',
    reviewDate: '2021-03-10',
    person: { birthDate: '1984-02-29', name: [{ family: 'A', period: { start: '2001-01-01' } }], deathDate: '2021-01-01' },
    card: { expiryDate: '2023-01-01' },
    version: '2021-01-01',
  };

  test('happened lately: all of it moves by as many weeks, and no fact about a person does', async () => {
    const moved = await bodyOf(answering({ example: visit }));
    const by = Date.parse(moved.sentAt) - Date.parse(visit.sentAt);
    expect(by % week).toBe(0);
    expect(Date.parse(moved.reviewDate)).toBeLessThanOrEqual(now);
    expect(now - Date.parse(moved.reviewDate)).toBeLessThanOrEqual(week);
    expect(Date.parse(moved.createdAt) - Date.parse(visit.createdAt)).toBe(by);
    expect(Date.parse(moved.reviewDate) - Date.parse(visit.reviewDate)).toBe(by);
    expect(moved.sentAt).toMatch(/T10:30:00\+00:00$/);
    expect(moved).toMatchObject({ id: 'v1', person: visit.person, card: visit.card, version: visit.version });
  });

  test('stays as it is where it happened lately already, where nothing happens in it, and where it is asked for by name or as published', async () => {
    const recent = { createdAt: '2025-12-20T09:00:00Z' };
    expect(await bodyOf(answering({ example: recent }))).toEqual(recent);
    const facts = { opened: true, dueDate: '2021-01-01', since: '1999-01-01' };
    expect(await bodyOf(answering({ example: facts }))).toEqual(facts);
    expect(await bodyOf(answering({ example: visit }), '/report', { Prefer: 'example=shown' })).toEqual(visit);
    expect(await bodyOf(answering({ example: visit }, { settings: { examples: 'published' } }))).toEqual(visit);
    expect(await bodyOf(answering({ example: visit }, { settings: { compatibility: 'official-sandbox' } }))).toEqual(visit);
  });

  test('that is a plan lies ahead, on the same day of the week at the same time', async () => {
    const example = {
      appointments: [
        { start: '2019-05-07T09:30:00Z', end: '2019-05-07T09:40:00Z' },
        { start: '2019-05-14T09:30:00Z', end: '2019-05-14T09:40:00Z' },
      ],
    };
    const { appointments } = await bodyOf(answering({ example }));
    expect(Date.parse(appointments[0].start)).toBeGreaterThan(now);
    expect(Date.parse(appointments[0].start)).toBeLessThanOrEqual(now + week);
    expect(new Date(appointments[0].start).getUTCDay()).toBe(2);
    expect(Date.parse(appointments[1].end) - Date.parse(appointments[0].start)).toBe(week + 600_000);
  });

  test('of a resource that says who or what there is keeps its dates, but for when it was last changed', async () => {
    const example = {
      resourceType: 'Practitioner',
      id: 'p',
      meta: { lastUpdated: '2020-01-01T00:00:00Z' },
      birthDate: '1970-01-01',
      qualification: [{ period: { start: '1995-06-01' } }],
    };
    const moved = await bodyOf(answering({ example }));
    expect(moved).toMatchObject({ birthDate: '1970-01-01', qualification: example.qualification });
    expect(Date.parse(moved.meta.lastUpdated)).toBeGreaterThan(now - week);
  });
});

test('a published item of a collection that is planned lies ahead, read and listed alike', async () => {
  const slot = object({ id: text, start: dated, end: dated });
  const json = (schema: unknown, example?: unknown) => ({
    description: 'Fine.',
    content: { 'application/json': { schema, ...(example ? { example } : {}) } },
  });
  const { send } = sandboxOf(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Clinic', version: '1' },
      paths: {
        '/slots': { get: { responses: { 200: json({ type: 'array', items: slot }) } } },
        '/slots/{id}': {
          get: {
            parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
            responses: { 200: json(slot, { id: 's1', start: '2019-05-07T09:30:00Z', end: '2019-05-07T09:40:00Z' }) },
          },
        },
      },
    }),
  );
  const read = await (await send('GET', '/slots/s1')).json();
  expect(Date.parse(read.start)).toBeGreaterThan(now);
  expect(await (await send('GET', '/slots')).json()).toEqual([read]);
});

describe('what was made just now', () => {
  const schema = {
    ...object({
      id: text,
      createdAt: dated,
      created: day,
      lastUpdated: dated,
      timestamps: object({ created: dated }),
      note: text,
      plan: object({ createdDate: dated }),
    }),
    required: ['id', 'createdAt', 'created', 'lastUpdated', 'timestamps', 'plan'],
  };

  test.each([
    ['generated', undefined],
    [
      'published',
      {
        id: '1',
        createdAt: '2020-01-01T00:00:00Z',
        created: '2020-01-01',
        lastUpdated: '2020-01-01T00:00:00.000Z',
        timestamps: { created: '2020-01-01T00:00:00+00:00' },
        note: 'n',
        plan: { createdDate: '2019-01-01T00:00:00Z' },
      },
    ],
  ])('says so, %s', async (_, example) => {
    const { send } = answering({
      path: '/orders/$place',
      method: 'post',
      request: object({ note: text }),
      schema,
      ...(example ? { example } : {}),
    });
    const made = await (await send('POST', '/orders/$place', { note: 'mine' })).json();
    expect(Date.parse(made.createdAt)).toBe(now);
    expect(made.created).toBe('2026-01-01');
    expect(Date.parse(made.lastUpdated)).toBe(now);
    expect(Date.parse(made.timestamps.created)).toBe(now);
    expect(Date.parse(made.plan.createdDate)).toBeLessThan(now);
  });
});

describe('a search of what is published', () => {
  const entry = (start: string, status: string) => ({
    resource: { resourceType: 'Slot', id: start, status, start, end: start.replace(':00Z', ':30Z') },
  });
  const schedule = {
    resource: { resourceType: 'Schedule', id: 'sc', planningHorizon: { start: '2019-05-06T00:00:00Z', end: '2019-05-10T00:00:00Z' } },
  };
  const example = {
    resourceType: 'Bundle',
    type: 'searchset',
    total: 3,
    entry: [entry('2019-05-07T09:00:00Z', 'free'), entry('2019-05-08T09:00:00Z', 'busy'), entry('2019-05-09T09:00:00Z', 'free'), schedule],
  };
  const slots = (): Sandbox => answering({ path: '/Slot', query: ['start', 'end', 'status', '_count'], example });
  const startsOf = (bundle: {
    readonly entry: readonly { readonly resource: { readonly resourceType: string; readonly start: string } }[];
  }): string[] =>
    bundle.entry
      .map(({ resource }) => resource)
      .filter(({ resourceType }) => resourceType === 'Slot')
      .map(({ start }) => start);

  test('shows it in the window that is asked for', async () => {
    const bundle = await bodyOf(slots(), '/Slot?start=ge2026-03-02&end=le2026-03-06');
    expect(startsOf(bundle)).toEqual(['2026-03-03T09:00:00Z', '2026-03-04T09:00:00Z', '2026-03-05T09:00:00Z']);
    const tight = await bodyOf(slots(), '/Slot?start=ge2026-03-02&end=lt2026-03-04');
    expect(startsOf(tight).length).toBeGreaterThan(0);
    for (const start of startsOf(tight)) expect(start).toMatch(/^2026-03-0[23]/);
    expect(tight.total).toBe(startsOf(tight).length);
  });

  test('shows nothing where no move brings it there', async () => {
    const bundle = await bodyOf(slots(), '/Slot?start=ge2026-03-02T12:00:00Z&end=lt2026-03-02T13:00:00Z');
    expect(bundle.entry ?? []).toEqual([]);
    expect(bundle.total).toBe(0);
  });

  test('leaves what meets its other parameters, and what is included with it', async () => {
    const bundle = await bodyOf(slots(), '/Slot?status=free');
    expect(startsOf(bundle)).toHaveLength(2);
    expect(bundle.total).toBe(2);
    expect(bundle.entry.at(-1).resource.resourceType).toBe('Schedule');
  });

  test.each([
    ['page', { items: [{ n: 'a' }, { n: 'b' }], page: 1, total: 2 }, '/report?page=2', { items: [], page: 2, total: 2 }],
    ['offset', { items: [{ n: 'a' }, { n: 'b' }], offset: 0 }, '/report?offset=1', { items: [{ n: 'b' }], offset: 1 }],
    ['limit', { items: [{ n: 'a' }, { n: 'b' }], total: 2 }, '/report?limit=1', { items: [{ n: 'a' }], total: 2 }],
    ['page', [{ n: 'a' }, { n: 'b' }], '/report?page=50', []],
  ])('ends: %s', async (name, published, path, answer) => {
    expect(await bodyOf(answering({ query: [name], example: published }), path)).toEqual(answer);
  });

  test('of a list that is made up ends as well', async () => {
    const schema = { ...object({ people: { type: 'array', items: object({ name: text }) } }), required: ['people'] };
    expect((await bodyOf(answering({ query: ['page'], schema }), '/report?page=1')).people).toHaveLength(1);
    expect((await bodyOf(answering({ query: ['page'], schema }), '/report?page=2')).people).toEqual([]);
  });
});
