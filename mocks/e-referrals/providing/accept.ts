/** A provider accepts what is booked: it needs no review any more. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { refused } from '../faults/refusals.ts';
import { answered, changeReferral } from '../referral/change.ts';

export const acceptReferral = (call: AnyCall) =>
  answered(
    call,
    changeReferral(call, {
      event: 'accept',
      reads: () => ({}),
      makes: (_, { isAccepted }) => (isAccepted ? refused('INVALID_REQUEST_STATE', 'It has been accepted before.') : { isAccepted: true }),
    }),
  );
