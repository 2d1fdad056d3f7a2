/** Cancels an appointment: its slots are free again, in every API. */
import { isObject } from '../../../src/contract/json.ts';
import { parseNhsNumber } from '../../../src/fhir/nhs-number.ts';
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { appointmentCancelled } from '../../diaries/cancelled.ts';
import { findAppointment } from '../appointments/find.ts';
import { keep, keptOf } from '../appointments/kept.ts';
import { appointmentOf, etagOf, versionOfAppointment } from '../appointments/told.ts';
import { noAppointment } from '../faults.ts';
import { cancellationFault, reasonIn, shapeFault } from './checks.ts';

interface Cancelled {
  readonly status: 200;
  readonly headers: { readonly ETag: string };
  readonly rendered: string;
}

export function cancelAppointment(call: AnyCall): Cancelled | Problem | undefined {
  const sent = bodyOf(call);
  if (!isObject(sent)) return undefined;
  const wrong = shapeFault(call, sent);
  if (wrong) return wrong;
  const found = findAppointment(call, call.path['id'] ?? '');
  if (found === undefined) return noAppointment;
  const before = appointmentOf(call, found);
  const refused = cancellationFault(call, sent, { found, appointment: before });
  if (refused) return refused;
  const entry = { ...found.entry, status: 'cancelled' } as const;
  const nhsNumber = parseNhsNumber(found.nhsNumber);
  if (nhsNumber !== undefined) call.enter({ nhsNumber, id: entry.id, entry });
  const reason = reasonIn(sent);
  keep(call, entry, {
    ...keptOf(call, entry.id),
    version: Number(versionOfAppointment(before)) + 1,
    ...(reason !== undefined && { reason }),
  });
  call.emit({ type: appointmentCancelled, about: entry.id });
  const appointment = appointmentOf(call, { ...found, entry });
  return { status: 200, headers: { ETag: etagOf(appointment) }, rendered: JSON.stringify(appointment) };
}
