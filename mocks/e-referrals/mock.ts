/** The e-Referral Service: what each operation does. The rules stand in the folders beside. */
import type { operations } from '../../src/generated/e-referrals.types.ts';
import { etag } from '../../src/fhir/version.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { access } from './access.ts';
import { adviceBehaviours } from './advice/behaviours.ts';
import { mostBytes } from './attachments/attachment.ts';
import { headerRules } from './asker/headers.ts';
import { dialect } from './dialect.ts';
import { events } from './events.ts';
import { gate, inOwnWords } from './faults/checks.ts';
import { availableActions } from './referral/actions.ts';
import { referralToRead } from './referral/target.ts';
import { writtenReferral } from './referral/told.ts';

export default {
  access,
  dialect,
  gate,
  headerRules,
  problems: inOwnWords,
  events,
  // One more than may be, to be refused as this API does.
  bodies: { 'a020-upload-file-to-document-store': { most: mostBytes + 1, unread: true } },
  // Media types come before what the headers say of who asks.
  order: [
    'expectation',
    'faults',
    'token',
    'rate-limit',
    'access',
    'size',
    'accept',
    'body-type',
    'header-rules',
    'gate',
    'contract',
    'permissions',
  ],
  everyAnswer: ({ id }) => ({ 'X-Request-ID': `${id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}-1` }),
  behaviours: {
    'a005-retrieve-referral-request': readReferral,
    'a005-retrieve-referral-request-versioned': readReferral,
    'a029-available-actions-for-user-list': availableActions,
    ...adviceBehaviours,
  },
} satisfies Mock<operations>;

function readReferral(call: AnyCall) {
  const found = referralToRead(call);
  if ('problem' in found) return found;
  return { status: 200 as const, headers: { ETag: etag(String(found.version)) }, rendered: JSON.stringify(writtenReferral(call, found)) };
}
