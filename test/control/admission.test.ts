/** Who may ask the sandbox's own API for what: every operation with every kind of credential (KEY-5, KEY-6). */
import { describe, expect, test } from 'vitest';
import { admissionOf, type Admission } from '../../src/control/admission.ts';
import type { operations } from '../../src/generated/sandbox-control.types.ts';
import { mintKey } from '../../src/workspaces/keys/keys.ts';
import { rendered, validRequest } from '../answer/every-contract.ts';
import { operatorKey } from '../workspaces/home.ts';
import { askedOwn, codeOfEvent, control, keyOfWorkspace, there } from './own-contract.ts';

type Credential = 'none' | 'token of an API' | 'its key' | 'code of its event' | 'operator key' | 'wrong operator key' | Wrong;
type Wrong = 'key of another' | 'key that opens nothing' | 'code of another event' | 'code that opens nothing';

const shown: Readonly<Record<Credential, string | undefined>> = {
  none: undefined,
  'token of an API': 'eyJhbGciOiJSUzUxMiJ9.eyJtb2NrIjp0cnVlfQ.c2lnbmVk',
  'its key': keyOfWorkspace,
  'code of its event': codeOfEvent,
  'operator key': operatorKey,
  'wrong operator key': `${operatorKey}s`,
  'key of another': mintKey('d'.repeat(48)).key,
  'key that opens nothing': mintKey(there.workspace).key,
  'code of another event': mintKey('e'.repeat(48), 'event').key,
  'code that opens nothing': mintKey(there.event, 'event').key,
};

/** A key that does not fit what is asked opens nothing at all, not even what anybody may see. */
const wrong: ReadonlySet<Credential> = new Set<Credential>([
  'key of another',
  'key that opens nothing',
  'code of another event',
  'code that opens nothing',
]);

const opens: Readonly<Record<Exclude<Admission, 'anyone'>, readonly Credential[]>> = {
  manager: ['its key', 'operator key'],
  member: ['its key', 'code of its event', 'operator key'],
  organiser: ['code of its event'],
  lister: ['code of its event', 'operator key'],
  operator: ['operator key'],
};

const ofAContract = new Set(['read-contract', 'list-operations', 'find-working-request']);
/** The contract that is asked for is one that the workspace brought, which is not for anyone to read. */
const admission = (id: string): Admission => (ofAContract.has(id) ? 'manager' : admissionOf[id as keyof operations]); // the contract's own operations

const mayAsk = (id: string, credential: Credential): boolean => {
  const wanted = admission(id);
  return wanted === 'anyone' ? !wrong.has(credential) : opens[wanted].includes(credential);
};

const credentials = Object.keys(shown) as readonly Credential[]; // its own members

describe('every operation', () => {
  test('has a row that says who may ask for it', () => {
    expect(Object.keys(admissionOf).toSorted()).toEqual(control.operations.map(({ id }) => id).toSorted());
  });

  test.each(control.operations.map(({ id }) => id))('%s opens with the credentials that its row says, and with no other', async (id) => {
    const operation = control.operations.find((one) => one.id === id);
    if (!operation) throw new Error('there is no such operation');
    const asked = askedOwn();
    const { method, target, headers, body } = rendered(
      operation,
      validRequest(control, operation, { key: 'who', now: 0, extent: 'required' }),
    );
    const refusals = new Set<string>();
    const open: Credential[] = [];
    for (const credential of credentials) {
      const token = shown[credential];
      const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
      asked.reset();
      const response = await asked.request(`/_sandbox${target}`, {
        method,
        headers: { ...headers, ...authorization },
        ...(body === undefined ? {} : { body }),
      });
      if (response.status === 401) refusals.add(`${response.headers.get('www-authenticate')} ${await response.text()}`);
      else open.push(credential);
    }
    expect(open).toEqual(credentials.filter((credential) => mayAsk(id, credential)));
    // Nobody can tell a wrong key from one that is missing, or from what is not there (ISO-3).
    expect(refusals.size).toBeLessThanOrEqual(1);
  });

  test('takes no key from a query string (KEY-5)', async () => {
    const asked = askedOwn();
    for (const operation of control.operations.filter(({ id }) => admissionOf[id as keyof operations] !== 'anyone')) {
      const { method, target, headers, body } = rendered(
        operation,
        validRequest(control, operation, { key: 'who', now: 0, extent: 'required' }),
      );
      for (const name of ['key', 'access_token', 'authorization', 'managementKey', 'code']) {
        for (const token of [keyOfWorkspace, codeOfEvent, operatorKey]) {
          const query = `${target.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(token)}`;
          const response = await asked.request(`/_sandbox${target}${query}`, { method, headers, ...(body === undefined ? {} : { body }) });
          expect([operation.id, name, response.status]).toEqual([operation.id, name, 401]);
          expect(await response.text()).not.toContain(token);
        }
      }
    }
  });
});
