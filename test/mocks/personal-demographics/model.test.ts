/* oxlint-disable vitest/no-standalone-expect -- the expectations of a command run inside the one test below */
/** Random conversations against an oracle: whatever a client does, in whatever order, the register is what the oracle says it is. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { demographics, foundIn, world, type Demographics } from './demographics.ts';
import type { Answer } from '../../sandbox.ts';
import { personWhere } from './people.ts';
import { runs } from '../../runs.ts';

interface Known {
  family: string;
  gender: string;
  version: number;
  readonly birthDate: string;
  readonly given: string;
  readonly formerFamilies: Set<string>;
}

interface Model {
  readonly people: Map<string, Known>;
  /** The last write that succeeded, to be sent again. */
  last?: { readonly send: (service: Demographics) => Promise<Answer>; readonly answer: Answer };
  requests: number;
}

interface Real {
  readonly service: Demographics;
}

const families = ['Exemplar', 'Sampleton', 'Testwick'];
const starting = [2000, 40_000, 300_000].map((from) =>
  personWhere(({ names, telecoms }) => names.length === 1 && (names[0]?.given.length ?? 0) > 0 && telecoms.length > 0, from),
);

function freshModel(): Model {
  const people = new Map(
    starting.map(
      ({ nhsNumber, names, gender, version, birthDate }) =>
        [
          nhsNumber,
          {
            family: names[0]?.family ?? '',
            given: names[0]?.given[0] ?? '',
            gender,
            version,
            birthDate,
            formerFamilies: new Set<string>(),
          },
        ] as const,
    ),
  );
  return { people, requests: 0 };
}

/** The nth person the oracle knows of. */
function pick(model: Model, n: number): readonly [string, Known] {
  const all = [...model.people];
  const chosen = all[n % all.length];
  if (!chosen) throw new Error('the oracle knows nobody');
  return chosen;
}

function requestId(model: Model): Record<string, string> {
  model.requests += 1;
  return { 'X-Request-ID': `00000000-0000-4000-9000-${String(model.requests).padStart(12, '0')}` };
}

const person = fc.nat(20);
const family = fc.constantFrom(...families);

type Command = fc.AsyncCommand<Model, Real>;
const command = (name: string, run: Command['run'], check: Command['check'] = () => true): Command => ({
  check,
  run,
  toString: () => name,
});

const get = (n: number): Command =>
  command(`get ${n}`, async (model, { service }) => {
    const [id, known] = pick(model, n);
    const { status, headers, body } = await service.call('GET', `/Patient/${id}`);
    expect([status, headers.get('etag'), body['gender'], body['name']?.[0]?.['family']]).toEqual([
      200,
      `W/"${known.version}"`,
      known.gender,
      known.family,
    ]);
  });

/** By the name somebody has, or by one they had. */
const search = (n: number, history: boolean, byFormer: boolean): Command =>
  command(`search ${n}${byFormer ? ' by a former name' : ''}${history ? ' in history' : ''}`, async (model, { service }) => {
    const [, known] = pick(model, n);
    const sought = (byFormer ? [...known.formerFamilies].at(-1) : undefined) ?? known.family;
    const query = new URLSearchParams({ family: sought, given: known.given, birthdate: known.birthDate, _history: String(history) });
    const found = foundIn(await service.call('GET', `/Patient?${query}`)).map((each) => (Array.isArray(each) ? each[0] : each));
    for (const [id, each] of model.people) {
      const isNamed = each.family === sought || (history && each.formerFamilies.has(sought));
      const fits = isNamed && each.birthDate === known.birthDate && each.given === known.given;
      expect(found.includes(id)).toBe(fits);
    }
  });

const patch = (n: number, change: { family?: string; gender?: string }): Command =>
  command(`patch ${n} ${JSON.stringify(change)}`, async (model, { service }) => {
    const [id, known] = pick(model, n);
    const { body } = await service.call('GET', `/Patient/${id}`);
    const patches = [
      { op: 'test', path: '/name/0/id', value: body['name']?.[0]?.['id'] },
      ...(change.family === undefined ? [] : [{ op: 'replace', path: '/name/0/family', value: change.family }]),
      ...(change.gender === undefined ? [] : [{ op: 'replace', path: '/gender', value: change.gender }]),
    ];
    const [headers, { version }] = [requestId(model), known];
    const send = (again: Demographics): Promise<Answer> => again.patch(id, version, patches, headers);
    const answer = await send(service);
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, `W/"${version + 1}"`]);
    if (change.family !== undefined && change.family !== known.family) known.formerFamilies.add(known.family);
    known.family = change.family ?? known.family;
    known.gender = change.gender ?? known.gender;
    known.version += 1;
    model.last = { send, answer };
  });

const stale = (n: number): Command =>
  command(`stale patch ${n}`, async (model, { service }) => {
    const [id, { version }] = pick(model, n);
    expect((await service.patch(id, version + 3, [{ op: 'replace', path: '/gender', value: 'unknown' }], requestId(model))).status).toBe(
      409,
    );
  });

const broken = (n: number): Command =>
  command(`patch ${n} that fails half-way`, async (model, { service }) => {
    const [id, { version }] = pick(model, n);
    const patches = [
      { op: 'replace', path: '/gender', value: 'unknown' },
      { op: 'remove', path: '/telecom/9' },
    ];
    expect((await service.patch(id, version, patches, requestId(model))).status).toBe(400);
  });

const create = (newFamily: string, day: number): Command =>
  command(`create ${newFamily} ${day}`, async (model, { service }) => {
    const birthDate = `1999-03-${String(day).padStart(2, '0')}`;
    const body = {
      name: [{ use: 'usual', family: newFamily, given: ['Alex'] }],
      gender: 'female',
      birthDate,
      address: [{ use: 'home', line: ['1 Invented Row', '', '', 'Leeds', ''], postalCode: 'LS1 6AE', period: { start: '2020-01-01' } }],
      extension: [
        {
          url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-RegisteringAuthority',
          extension: [
            {
              url: 'registeringAuthorityType',
              valueCodeableConcept: { coding: [{ system: 'https://fhir.nhs.uk/CodeSystem/UKCore-RegisteringAuthorityType', code: 'x' }] },
            },
            { url: 'organisationIdentifier', valueString: 'RGS' },
          ],
        },
      ],
    };
    const like = [...model.people.values()].filter(
      (each) => each.family === newFamily && each.given === 'Alex' && each.birthDate === birthDate,
    ).length;
    const headers = { 'Content-Type': 'application/json', ...requestId(model) };
    const send = (again: Demographics): Promise<Answer> => again.call('POST', '/Patient', { body, headers });
    const answer = await send(service);
    expect(answer.status).toBe(like === 0 ? 201 : 200);
    if (answer.status === 201) {
      const id = String(answer.body['id']);
      expect(model.people.has(id) || world.find(id) !== undefined).toBe(false);
      model.people.set(id, { family: newFamily, given: 'Alex', gender: 'female', version: 1, birthDate, formerFamilies: new Set() });
    }
    model.last = { send, answer };
  });

const retry = command(
  'retry the last write',
  async (model, { service }) => {
    const answer = await model.last?.send(service);
    expect([answer?.status, answer?.body]).toEqual([model.last?.answer.status, model.last?.answer.body]);
  },
  (model) => model.last !== undefined,
);

const reset = command('reset', async (model, { service }) => {
  const created = [...model.people.keys()].filter((id) => world.find(id) === undefined);
  service.sandbox.workspace.reset();
  model.people.clear();
  for (const [id, known] of freshModel().people) model.people.set(id, known);
  delete model.last;
  for (const id of created) expect((await service.call('GET', `/Patient/${id}`)).status).toBe(404);
});

const commands = fc.commands(
  [
    person.map(get),
    fc.tuple(person, fc.boolean(), fc.boolean()).map(([n, history, byFormer]) => search(n, history, byFormer)),
    fc.tuple(person, family).map(([n, to]) => patch(n, { family: to })),
    fc.tuple(person, fc.constantFrom('male', 'female', 'unknown')).map(([n, gender]) => patch(n, { gender })),
    fc.tuple(person, family, fc.constantFrom('male', 'unknown')).map(([n, to, gender]) => patch(n, { family: to, gender })),
    person.map(stale),
    person.map(broken),
    fc.tuple(family, fc.integer({ min: 1, max: 4 })).map(([newFamily, day]) => create(newFamily, day)),
    fc.constant(retry),
    fc.constant(reset),
  ],
  { maxCommands: 25 },
);

test('random conversations never part from the oracle', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(commands, async (sequence) => {
      await fc.asyncModelRun(() => ({ model: freshModel(), real: { service: demographics() } }), sequence);
    }),
    { numRuns: runs(60) },
  );
});
