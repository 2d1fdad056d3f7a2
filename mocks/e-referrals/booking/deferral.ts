/** In the place of an appointment that nobody has booked yet: why it is left to the provider. */
import { instant } from '../../../src/fhir/instant.ts';
import { freshAppointmentId, keepAppointment } from '../appointment/appointment.ts';
import type { Held, Referral, StateReason } from '../referral/referral.ts';

interface Deferred {
  readonly service: string;
  readonly reason: StateReason;
  readonly comment?: string;
}

/** Its id. */
export function keepDeferral(held: Held, { ubrn, nhsNumber }: Referral, { service, reason, comment }: Deferred): string {
  const id = freshAppointmentId(held);
  keepAppointment(held, {
    id,
    version: 0,
    ubrn,
    nhsNumber,
    service,
    status: 'proposed',
    reason,
    ...(comment !== undefined && { comment }),
    created: instant(held.clock.now()),
  });
  return id;
}
