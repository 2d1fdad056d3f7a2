/** One appointment, in the version that it is now. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { noAppointment } from '../faults.ts';
import { findAppointment } from './find.ts';
import { appointmentOf, etagOf } from './told.ts';

interface Told {
  readonly status: 200;
  readonly headers: { readonly ETag: string };
  readonly rendered: string;
}

export function readAppointment(call: AnyCall): Told | Problem {
  const found = findAppointment(call, call.path['id'] ?? '');
  if (found === undefined) return noAppointment;
  const appointment = appointmentOf(call, found);
  return { status: 200, headers: { ETag: etagOf(appointment) }, rendered: JSON.stringify(appointment) };
}
