/** Assertions over what a client has sent: what holds, and how what does not is told. */
import { beforeAll, describe, expect, test } from 'vitest';
import { failuresOf } from '../../../src/control/assertions/told.ts';
import type { components } from '../../../src/generated/sandbox-control.types.ts';
import { notebook, notes } from '../../gateway/notebook.ts';
import { sandboxFor, sandboxOf, type Sandbox } from '../../sandbox.ts';

type Assertion = components['schemas']['Assertion'];
type Asserted = components['schemas']['AssertedJournal'];

async function asserted({ send }: Sandbox, assertions: readonly Assertion[], since?: string): Promise<Asserted> {
  const answer = await send('POST', '/_sandbox/journal/assert', { assertions, ...(since !== undefined && { since }) });
  const body = await answer.json();
  expect([answer.status, body.detail]).toEqual([200, undefined]);
  return body;
}

async function outcomeOf(sandbox: Sandbox, assertion: Assertion): Promise<string> {
  const [result] = (await asserted(sandbox, [assertion])).results;
  return result?.outcome ?? 'none';
}

/** As a terminal shows it, without what is another one each time. */
const told = async (sandbox: Sandbox, assertion: Assertion): Promise<string> =>
  failuresOf(await asserted(sandbox, [assertion])).replaceAll(/[0-9a-f]{32}/g, 'ID');

const pds = await sandboxFor('personal-demographics', { settings: { journalBody: 20_000 } });
const jane = pds.people.janeSmith;
const base = { 'X-Request-ID': 'c1ab3fba-6bae-4ba4-b257-5a87c44d4a91', Authorization: 'Bearer a-token-of-mine' };
const gender = { patches: [{ op: 'replace', path: '/gender', value: 'male' }] };

/** #0 reads, #1 changes without the version, #2 changes, #3 searches for too little, #4 asks for nobody. */
beforeAll(async () => {
  await pds.call('GET', `/Patient/${jane}`, { headers: { ...base, 'X-Correlation-ID': 'one-journey' } });
  await pds.call('PATCH', `/Patient/${jane}`, { headers: base, body: gender });
  await pds.call('PATCH', `/Patient/${jane}`, {
    headers: { ...base, 'If-Match': 'W/"2"', 'Content-Type': 'application/json-patch+json' },
    body: gender,
  });
  await pds.call('GET', '/Patient?family=Smith', { headers: base });
  await pds.call('GET', `/Patient/${pds.people.invalidated}`, { headers: base });
});

describe('an assertion', () => {
  const patch = { method: 'PATCH', path: '/Patient/{id}' } as const;
  const versioned = { ...patch, headers: { 'If-Match': 'W/"*' } };

  test.each<readonly [Assertion, outcome: string]>([
    [{ match: { ...versioned, person: jane }, answer: { status: 200 }, times: 1 }, 'holds'],
    [{ match: patch, times: 2 }, 'holds'],
    [{ match: patch, times: 1 }, 'fails'],
    [{ match: patch, times: { atLeast: 1, atMost: 3 } }, 'holds'],
    [{ match: patch, times: { atLeast: 3 } }, 'fails'],
    [{ match: { method: 'POST' } }, 'fails'],
    [{ match: { method: 'POST' }, never: true }, 'holds'],
    [{ match: patch, never: true }, 'fails'],
    [{ match: { path: '/Patient', query: { family: 'Smi*', birthdate: null } } }, 'holds'],
    [{ match: { operation: 'get-patient', api: 'personal-demographics' }, times: 2 }, 'holds'],
    [{ match: { body: { '/patches/0/value': 'male' } }, times: 2 }, 'holds'],
    [{ match: { body: { '/patches/0/value': 'female' } } }, 'fails'],
    [{ correlation: 'one-journey', times: 1 }, 'holds'],
    [{ answer: { status: '4xx' }, times: 3 }, 'holds'],
    [{ answer: { headers: { ETag: 'W/"*' } }, times: 2 }, 'holds'],
    [{ answer: { body: { '/gender': 'male' } }, times: 1 }, 'holds'],
    [{ match: patch, each: { match: { headers: { 'If-Match': '*' } } } }, 'fails'],
    [{ match: versioned, each: { answer: { status: 200 } } }, 'holds'],
    [{ match: { method: 'DELETE' }, each: { answer: { status: 200 } } }, 'fails'],
    [{ match: patch, noneInvalid: true }, 'holds'],
    [{ noneInvalid: true }, 'fails'],
    [{ noNotes: true }, 'fails'],
    [{ correlation: 'one-journey', noNotes: 'fails' }, 'holds'],
    [{ inOrder: [{ match: { operation: 'get-patient' } }, { match: patch, answer: { status: 412 } }, { match: versioned }] }, 'holds'],
    [{ inOrder: [{ match: versioned }, { match: { path: `/Patient/${jane}`, method: 'GET' } }] }, 'fails'],
    [{ since: '1', match: patch, times: 1 }, 'holds'],
    // Of a credential a fingerprint is kept: that there is one can be told, and not which.
    [{ match: { headers: { authorization: 'Bearer *' } }, times: 5 }, 'holds'],
    [{ match: { headers: { authorization: 'Bearer a-token-of-mine' } }, never: true }, 'unknown'],
  ])('%j %s', async (assertion, outcome) => {
    expect(await outcomeOf(pds, assertion)).toBe(outcome);
  });

  test('that nothing fits shows the nearest exchange, and what of it is otherwise', async () => {
    const assertion = { name: 'Jane is changed once.', match: { ...versioned, person: jane }, answer: { status: 201 }, times: 1 };
    expect(await told(pds, assertion)).toBe(
      [
        '✗ Jane is changed once.',
        `  wanted exactly 1: PATCH /Patient/{id}, header If-Match W/"*, person ${jane}, status 201`,
        '  Found 0 among 5 exchanges.',
        `    #2 PATCH /personal-demographics/FHIR/R4/Patient/${jane} → 200`,
        '      - status: 201',
        '      + status: 200',
        '      http://sandbox.test/_sandbox/trace/ID',
        `    #1 PATCH /personal-demographics/FHIR/R4/Patient/${jane} → 412`,
        '      precondition-required: Invalid request with error - If-Match header must be supplied to update this resource',
        '      - header If-Match: W/"*',
        '      + no header If-Match',
        '      - status: 201',
        '      + status: 412',
        '      http://sandbox.test/_sandbox/trace/ID',
        '0 of 1 hold, among 5 exchanges (#0 to #4).',
      ].join('\n'),
    );
  });

  test('that too many fit shows those', async () => {
    const [result] = (await asserted(pds, [{ match: patch, never: true }])).results;
    expect(result?.failures).toMatchObject([
      { pointer: '/never', message: 'Found 2 among 5 exchanges.', exchanges: [{ number: 1 }, { number: 2, differences: [] }] },
    ]);
  });

  test('about an order says which step is missing, and where it came instead', async () => {
    const steps = [{ match: versioned }, { match: { method: 'GET', path: `/Patient/${jane}` } }] as const;
    expect(await told(pds, { inOrder: [...steps] })).toContain(`No GET /Patient/${jane} after #2; it came before, as #0.\n    #0 GET `);
  });

  test('that there are no conformance notes says them', async () => {
    expect(await told(pds, { match: patch, noNotes: 'fails' })).toMatch(
      /2 of 2 with conformance notes\.\n {4}#1 PATCH [^\n]* → 412\n {6}precondition-required: [^\n]*\n {6}Would fail in integration because [^\n]*If-Match/,
    );
  });

  test('that none is invalid says what each was refused for', async () => {
    expect(await told(pds, { noneInvalid: true })).toMatch(
      /1 of 5 refused for what they hold\.\n {4}#3 GET \S+family=Smith → 400\n {6}missing-value: .+\n {6}http/,
    );
  });
});

test.each<readonly [assertion: object, said: string]>([
  [{ matsch: {} }, '/assertions/0/matsch is not expected here: the contract does not know a member of this name (did you mean "match"?)'],
  [
    { match: { header: {} } },
    '/assertions/0/match/header is not expected here: the contract does not know a member of this name (did you mean "headers"?)',
  ],
  [
    { times: { atleast: 1 } },
    '/assertions/0/times/atleast is not expected here: the contract does not know a member of this name (did you mean "atLeast"?)',
  ],
  [{ answer: { status: 'teapot' } }, '/assertions/0/answer/status '],
  [{ since: 'yesterday' }, '/assertions/0/since must be the number of an exchange, its id, or an instant'],
  [{ never: true, times: 1 }, '/assertions/0/never does not go with times'],
  [{ times: { atLeast: 2, atMost: 1 } }, '/assertions/0/times wants more at least than at most'],
])('%j is refused, and says where and what was meant', async (assertion, said) => {
  const answer = await pds.send('POST', '/_sandbox/journal/assert', { assertions: [assertion] });
  expect(`${answer.status} ${(await answer.json()).detail}`).toContain(`400 The body at ${said}`);
});

test('what is not kept is not taken for what was not sent', async () => {
  const sandbox = sandboxOf(notebook, { settings: { journalBody: 100 } });
  await sandbox.send('POST', notes, { text: 'short' });
  await sandbox.send('POST', notes, { text: 'long '.repeat(100) });
  const of = (text: string) => ({ match: { method: 'POST', body: { '/text': text } } }) as const;
  expect(await outcomeOf(sandbox, { ...of('short'), times: { atLeast: 1 } })).toBe('holds');
  expect(await outcomeOf(sandbox, { ...of('other'), never: true })).toBe('unknown');
  expect(await outcomeOf(sandbox, { ...of('short'), times: 3 })).toBe('fails');
  expect(await told(sandbox, { ...of('other'), times: 1 })).toContain(
    '+ no body /text (the first bytes of 511 are kept of the body: the setting journalBody keeps more)',
  );
});

test('what has left the journal is not taken for what was never sent, and 50 assertions over 1,000 exchanges take less than two seconds of work', async () => {
  const sandbox = sandboxOf(notebook);
  await sandbox.send('POST', notes, { text: 'the first' });
  const last = { match: { method: 'GET', path: '/notes/1049' } } as const;
  const first = { match: { method: 'POST' } } as const;
  for (let i = 1; i < 1_000; i++) await sandbox.request(`${notes}/${i}`);
  expect([await outcomeOf(sandbox, { ...first, times: 1 }), await outcomeOf(sandbox, { ...last, never: true })]).toEqual([
    'holds',
    'holds',
  ]);
  for (let i = 1_000; i < 1_050; i++) await sandbox.request(`${notes}/${i}`);
  expect(await outcomeOf(sandbox, first)).toBe('unknown');
  expect(await outcomeOf(sandbox, { ...first, never: true })).toBe('unknown');
  expect(await outcomeOf(sandbox, { ...last, times: 1 })).toBe('unknown');
  expect(await outcomeOf(sandbox, last)).toBe('holds');
  expect(await outcomeOf(sandbox, { ...last, times: 1, since: '500' })).toBe('holds');
  expect(await told(sandbox, { ...first, never: true })).toMatch(
    /It cannot be told: older exchanges have left the journal[^]*Older ones have left/,
  );

  const headers = { accept: '*', 'x-one': null, 'x-two': null };
  const wanted = {
    match: { method: 'PATCH', path: '/notes/{id}', headers, body: { '/text': 'x*' } },
    answer: { status: 200, body: { '/id': '1' } },
  };
  const before = process.cpuUsage();
  const { results } = await asserted(
    sandbox,
    Array.from({ length: 50 }, () => ({ ...wanted, times: 1 }) as Assertion),
  );
  expect(results.filter(({ outcome }) => outcome === 'unknown')).toHaveLength(50);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(2_000);

  await sandbox.request('/_sandbox/reset', { method: 'POST' });
  expect(await outcomeOf(sandbox, { never: true })).toBe('holds');
});
