/** A provider cancels the appointment and keeps the referral, to book another. */
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { attachedFiles } from '../attachments/attached.ts';
import { readFiles } from '../bodies/files.ts';
import { readParameters, type Wanted } from '../bodies/parameters.ts';
import { endAppointment } from '../booking/end-appointment.ts';
import { providerBooksLater } from '../booking/provider-books.ts';
import { refusedFor } from '../faults/refusals.ts';
import { answered, changeReferral, nowOf, type Changes } from '../referral/change.ts';
import type { Priority, Referral } from '../referral/referral.ts';
import { appointmentIn, wrongWord } from './reject.ts';

export const priorityCodes = ['ROUTINE', 'URGENT', 'TWO_WEEK_WAIT'] as const;

const wanted: Readonly<Record<string, Wanted>> = {
  comments: { kind: 'valueString', isRequired: true },
  priority: { kind: 'valueCoding', codes: priorityCodes },
  providerAttachmentFile: { kind: 'resource', isList: true },
  appointmentCancelledInPAS: { kind: 'valueBoolean' },
};

interface Cancelling {
  readonly comments: string;
  readonly priority: Priority | undefined;
  readonly files: ReturnType<typeof readFiles>['files'];
}

export const cancelActionLater = (call: AnyCall) =>
  answered(
    call,
    changeReferral<Cancelling>(call, {
      event: 'cancel appointment, act later',
      reads: (_, found) => {
        const read = readParameters(bodyOf(call), wanted);
        const { faults, files } = readFiles(read.all('providerAttachmentFile'), 'PROVIDER');
        const priority = priorityCodes.find((code) => code === read.code('priority'));
        return (
          refusedFor([...read.faults, ...faults, ...wrongWord(call, found, read)]) ?? {
            comments: read.text('comments') ?? '',
            priority,
            files,
          }
        );
      },
      makes: (_, found, sent) => cancelled(call, found, sent),
    }),
  );

const reason = { system: 'eRS-ReviewOutcome-1', code: 'CANCEL_APPOINTMENT_ACTION_LATER', display: 'Cancel Appointment Action Later' };

function cancelled(call: AnyCall, found: Referral, { comments, priority, files }: Cancelling): Changes | Problem {
  const attached = withFiles(call, found, files);
  if ('problem' in attached) return attached;
  const appointment = appointmentIn(call, found);
  if (appointment) {
    const ended = endAppointment(call, appointment, found, { reason, comment: comments, status: 'proposed' });
    if ('problem' in ended) return ended;
  }
  providerBooksLater(call, { ...found, priority: priority ?? found.priority }, 'deferToProviderContactDays');
  return { ...attached, reason, comments, isAccepted: undefined, ...(priority && { priority }) };
}

/** What a provider adds stays beside what is there. */
export function withFiles(call: AnyCall, found: Referral, named: Cancelling['files']): Changes | Problem {
  if (named.length === 0) return {};
  const files = attachedFiles(call, named, { type: 'PROVIDER', ubrn: found.ubrn, before: found.attachments });
  return 'problem' in files ? files : { attachments: [...found.attachments, ...files], clinicalLast: nowOf(call) };
}
