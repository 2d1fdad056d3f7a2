/** Bodies in which one thing is of a wrong type, wherever it is: the client's mistake, and said so. */
import { expect, test } from 'vitest';
import { sandboxForAll } from '../../sandbox.ts';
import { claimOf, notificationOf, order, pharmacy, releaseOf, returnOf, shortId, withdrawOf } from '../eps-dispensing/dispensing.ts';
import { bundle, update } from '../prescription-status-update/updating.ts';

const wrongs: readonly unknown[] = [null, 7, 'text', true, [], {}, [[[]]], [null], { a: { b: [null] } }, '', -1, 'constructor'];

/** Each of them once, with one thing in it replaced: another wrong thing at each place. */
function* mistaken(body: unknown, count = { n: 0 }): Generator<unknown> {
  yield wrongs[(count.n += 1) % wrongs.length];
  yield wrongs[(count.n * 5 + 3) % wrongs.length];
  if (Array.isArray(body)) {
    for (const [n, each] of body.entries()) for (const other of mistaken(each, count)) yield body.with(n, other);
  } else if (typeof body === 'object' && body !== null) {
    for (const [name, each] of Object.entries(body)) for (const other of mistaken(each, count)) yield { ...body, [name]: other };
  }
}

const id = shortId('0A1B2C');
const item = '3d1b7a52-9c04-4e6f-8a17-5b2c9d0e4f61';
const dispensing = '/fhir-dispensing/FHIR/R4';
const prescribing = '/fhir-prescribing/FHIR/R4';

test.each([
  ['an order', `${prescribing}/$process-message`, order({ id, items: [item] })],
  ['an order to prepare', `${prescribing}/$prepare`, order({ id, items: [item], issues: 6 })],
  ['a message to validate', `${prescribing}/$validate`, order({ id, items: [item] })],
  ['a release', `${dispensing}/Task/$release`, releaseOf(pharmacy, id)],
  ['a notification', `${dispensing}/$process-message`, notificationOf({ id, items: { [item]: '0001' } })],
  ['a claim', `${dispensing}/Claim`, claimOf({ id, items: [item] })],
  ['a return', `${dispensing}/Task`, returnOf({ id })],
  ['a withdrawal', `${dispensing}/Task`, withdrawOf({ id })],
  ['a status update', '/prescription-status-update/', bundle(update({ prescription: id, item }))],
])(
  '%s',
  async (_, path, body) => {
    const sandbox = await sandboxForAll(['eps-dispensing', 'eps-prescribing', 'prescription-status-update']);
    const headers = { 'Content-Type': 'application/fhir+json', 'X-Request-ID': '8d2f6a04-51c7-4f3e-9a1b-0c5e7d3b2f10' };
    // There is one for dispensers to say things of, and it is theirs.
    if (!path.startsWith(prescribing)) {
      await sandbox.send('POST', `${prescribing}/$process-message`, order({ id, items: [item] }), headers);
      await sandbox.send('POST', `${dispensing}/Task/$release`, releaseOf(pharmacy, id), headers);
    }
    const failed: string[] = [];
    let refused = 0;
    for (const wrong of mistaken(body)) {
      const response = await sandbox.send('POST', path, wrong, headers);
      if (response.status >= 500) failed.push(`${response.status} ${JSON.stringify(wrong).slice(0, 2_000)} ${await response.text()}`);
      if (response.status >= 400) refused += 1;
    }
    expect(failed).toEqual([]);
    expect(refused).toBeGreaterThan(5);
  },
  60_000,
);
