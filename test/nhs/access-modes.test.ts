/** Who may do what, by the table of an API: asked before anything of the request is checked but its address and its token. */
import { expect, test } from 'vitest';
import type { Application } from '../../src/mock/access.ts';
import { anyone, type Caller } from '../../src/mock/caller.ts';
import { headers, patient, said, ward } from './ward.ts';

const as = (application: Application): Caller => ({ ...anyone, application });
const ask = async (caller: Caller, method: string, body?: unknown): Promise<unknown> => {
  const answer = await ward({ caller }).send(method, `/ward/beds/${patient}`, body, headers);
  return answer.ok ? 'yes' : (await said(answer)).slice(0, 3);
};
const outside = [403, 'INVALID_METHOD', 'Visitors stay outside'];

test.for<[string, Caller, unknown, unknown]>([
  ['nobody knows', anyone, 'yes', 'yes'],
  ['a signed-in professional uses', as({ mode: 'user-restricted' }), 'yes', 'yes'],
  ['the patient of the record uses', as({ mode: 'patient-access', nhsNumber: patient }), 'yes', outside],
  [
    'another patient uses',
    as({ mode: 'patient-access', nhsNumber: '9000000009' }),
    [401, 'ACCESS_DENIED', 'Access Denied - Unauthorised'],
    outside,
  ],
  ['runs by itself', as({ mode: 'application-restricted' }), 'yes', outside],
  ['runs by itself with privileges', as({ mode: 'privileged-application-restricted' }), 'yes', 'yes'],
])('an application that %s may do what the table says', async ([, caller, reading, writing]) => {
  expect([await ask(caller, 'GET'), await ask(caller, 'PUT', { number: 1 })]).toEqual([reading, writing]);
});

test('what holds for all operations comes before the table', async () => {
  const caller = as({ mode: 'user-restricted', hasAsid: false });
  expect(await ask(caller, 'GET')).toEqual([400, 'MISSING_VALUE', 'Required value is missing']);
});

test('access is refused before headers are checked, and a body by its contract', async () => {
  const answer = await ward({ caller: as({ mode: 'application-restricted' }) }).send('PUT', '/ward/beds/nobody', { bed: 'soft' });
  expect((await said(answer)).slice(0, 2)).toEqual([403, 'INVALID_METHOD']);
});
