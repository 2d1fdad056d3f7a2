/** The NHS App lets in applications, each for the channels and reports that it has leave for. */
import type { operations } from '../../src/generated/nhs-app.types.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { mayDo } from '../../src/nhs/access-modes.ts';

/** What of its permissions an operation wants, and how its refusal says it. */
export const wanted: Readonly<Partial<Record<string, { readonly permission: string; readonly words: string }>>> = {
  'create-in-app': { permission: 'app-message', words: 'channel App Message permission' },
  'create-notification': { permission: 'push-notification', words: 'channel Push Notification permission' },
  'get-receipt-report': { permission: 'receipts-report', words: 'Receipts report access permission' },
  'get-patient-report': { permission: 'patient-report', words: 'patient report access permission' },
} satisfies Readonly<Partial<Record<keyof operations, unknown>>>;

/** Its gateway asks before anything that was sent is looked at. */
export function leave(call: AnyCall): Problem | undefined {
  const asked = wanted[call.operation.id];
  if (!asked || mayDo(call, 'nhs-app', (permission) => permission === asked.permission)) return undefined;
  return { problem: 'forbidden', message: `The application needs the permission ${asked.permission} of nhs-app.` };
}
