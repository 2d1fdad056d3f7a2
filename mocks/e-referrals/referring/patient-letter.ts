/** The letter that the patient takes home: what was booked, or how to book it. */
import { pdf } from '../../../src/fhir/pdf.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import { findAppointment } from '../appointment/appointment.ts';
import { fileReply } from '../attachments/download.ts';
import { refused } from '../faults/refusals.ts';
import { serviceOf } from '../healthcare-services/offered.ts';
import { isOver } from '../referral/states.ts';
import { referralToRead } from '../referral/target.ts';
import type { Referral } from '../referral/referral.ts';

export function patientLetter(call: AnyCall): ReturnType<typeof fileReply> | Problem {
  const found = referralToRead(call);
  if (isProblem(found)) return found;
  if (isOver(found.state) || found.state === 'AWAITING_TRIAGE')
    return refused('INVALID_REQUEST_STATE', `The request is ${found.state}: there is nothing for the patient to do.`);
  // One that came of another has no password of its own.
  if (found.related !== undefined) return refused('NO_ACCESS_CODE', 'The patient has no password for this request.');
  const isBooked = found.state === 'BOOKED';
  const stamp = new Date(call.clock.now()).toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const name = `${found.ubrn}_Appointment_${isBooked ? 'Confirmation' : 'Request'}_Summary_${stamp}.pdf`;
  const title = isBooked ? 'Your appointment' : 'Your appointment request';
  return fileReply(name, { type: 'application/pdf', bytes: pdf(title, paragraphsOf(call, found)) });
}

function paragraphsOf(call: AnyCall, { ubrn, nhsNumber, shortlist, appointment }: Referral): readonly string[] {
  const person = call.population.find(nhsNumber);
  const name = person?.names.find(({ use }) => use === 'usual') ?? person?.names[0];
  const booked = appointment === undefined ? undefined : findAppointment(call, appointment);
  const services = shortlist.map((id) => serviceOf(call, id)?.name ?? id);
  return [
    [name?.prefix, ...(name?.given ?? []), name?.family].filter((word) => word !== undefined).join(' '),
    `NHS number: ${nhsNumber}`,
    `Booking reference (UBRN): ${ubrn.replace(/^(.{4})(.{4})/, '$1 $2 ')}`,
    `Password: ${passwordFor(call, ubrn)}`,
    booked?.status === 'booked' && booked.start !== undefined
      ? `You are booked with ${serviceOf(call, booked.service)?.name ?? booked.service} on ${booked.start.slice(0, 10)} at ${booked.start.slice(11, 16)}.`
      : `You can book an appointment with: ${services.join('; ')}.`,
  ];
}

const words = 'amber basil cedar dune ember fern grove hazel ivory jasper kelp lilac maple nutmeg olive poppy'.split(' ');

const passwordFor = (call: AnyCall, ubrn: string): string =>
  ['a', 'b'].map((part) => words[Math.floor(call.chance(`password/${ubrn}/${part}`) * words.length)]).join('-');
