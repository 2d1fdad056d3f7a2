/**
 * Who is let in to a mailbox. Where access is open, whoever asks has the mailbox of the path, and a token that is shown must be one, and its
 * own: no more is asked, as in the modes of the official sandbox that know no passwords. Where it is strict, all is asked that the service
 * asks, but for mutual TLS: also that no token is used twice, and that it is of now.
 */
import type { Call } from '../../src/mock/call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import * as faults from './faults.ts';
import { mailboxOf } from './mailboxes/mailboxes.ts';
import { instantOf, isMeshToken, isRightHash, readMeshToken, type MeshToken } from './token.ts';

/** How far a client's clock may be from ours. The figure is not published. */
const skew = 2 * 3_600_000;

export function access(call: Call): Problem | undefined {
  const asked = call.path['mailbox_id'];
  // Lookups and health are for everybody.
  if (asked === undefined) return undefined;
  const header = call.header('authorization')?.trim() ?? '';
  if (header === '') return call.isStrict ? noToken : inactive(call, asked);
  if (!call.isStrict && !isMeshToken(header)) return inactive(call, asked);
  const token = readMeshToken(header);
  if (!token) return faults.refused(faults.unreadableToken);
  if (token.mailbox !== asked.toUpperCase()) return faults.refused(faults.otherMailbox);
  const wrong = firstWrong(call, header, token);
  if (call.isStrict && wrong) return faults.refused(wrong);
  if (wrong) call.note(`Where access is strict, this token would be refused: ${wrong.text}.`);
  if (call.isStrict) use(call, token);
  return inactive(call, asked);
}

/** The service says nothing at all to it. */
const noToken: Problem = { problem: 'forbidden', message: 'There is no Authorization header.', token: 'missing', said: { status: 403 } };

const inactive = ({ population }: Call, mailbox: string): Problem | undefined =>
  mailboxOf(population, mailbox)?.isActive === false ? faults.refused(faults.inactiveMailbox) : undefined;

function firstWrong(call: Call, header: string, token: MeshToken): faults.MeshFault | undefined {
  if (!mailboxOf(call.population, token.mailbox)) return faults.noSuchMailbox;
  if (!isRightHash(header, token) || !(Math.abs(instantOf(token) - call.clock.now()) <= skew)) return faults.wrongToken;
  return call.isStrict && call.store.get(used, placeOf(token)) !== undefined ? faults.usedToken : undefined;
}

const used = 'mesh/tokens';
/** By time first, so that the oldest stand first. */
const placeOf = ({ minute, mailbox, nonce, count }: MeshToken): string => `${minute} ${mailbox} ${nonce} ${count}`;
/** So many are written down before those are forgotten that are too old to be shown again. */
const sweep = 500;

function use({ store, clock }: Call, token: MeshToken): void {
  store.put(used, placeOf(token), '');
  if (store.count(used) % sweep !== 0) return;
  const oldest = new Date(clock.now() - skew).toISOString().replaceAll(/\D/g, '').slice(0, 12);
  for (const key of store.keys(used)) {
    if (key >= oldest) break;
    store.delete(used, key);
  }
}
