/** What the clinical record tells of a life, in the words of a timeline. */
import type { ClinicalRecord, CodedText, Entry, EntryKind } from '../../clinical-record.ts';
import type { EventKind } from '../../population.ts';
import type { Happening } from './registered.ts';

/** Kinds of entry that a timeline tells. */
type ToldKind = 'condition' | 'issue' | 'vaccination' | 'referral' | 'appointment' | 'admission';

interface Words<Kind extends EntryKind> {
  readonly event: EventKind;
  say(entry: Entry<Kind>): { readonly date: string; readonly summary: string; readonly what?: CodedText };
}

const words: { readonly [Kind in ToldKind]: Words<Kind> } = {
  condition: { event: 'condition', say: ({ recorded, what }) => ({ date: recorded, summary: what.text, what }) },
  issue: {
    event: 'prescription',
    say: ({ recorded, medicine, course }) => ({
      date: recorded,
      summary: `${course === 'repeat' ? 'Repeat prescription' : 'Short course'}: ${medicine.text}`,
      what: medicine,
    }),
  },
  vaccination: {
    event: 'immunisation',
    say: ({ given, what, dose, status }) => ({
      date: given,
      summary: status === 'completed' ? `${what.text}, dose ${dose}` : `${what.text}, dose ${dose}: not given`,
      what,
    }),
  },
  referral: {
    event: 'referral',
    say: ({ recorded, specialty, priority }) => ({
      date: recorded,
      summary: `Referral to ${specialty.text}${priority === 'routine' ? '' : ` (${priority.replaceAll('-', ' ')})`}`,
    }),
  },
  appointment: {
    event: 'appointment',
    say: ({ on, reason, status, specialty }) => ({
      date: on,
      summary: `${specialty === undefined ? 'Appointment' : `Appointment, ${specialty.text}`}: ${reason.text}${status === 'fulfilled' ? '' : ` (${status})`}`,
    }),
  },
  admission: { event: 'admission', say: ({ admitted, reason }) => ({ date: admitted, summary: `Admitted: ${reason.text}` }) },
};

const kinds = Object.keys(words) as readonly ToldKind[]; // its own members

/** Whether it is the clinical record that tells of events of this kind. */
export const isOfRecord = (kind: EventKind): boolean => kinds.some((each) => words[each].event === kind);

/** Those of one kind of event, or of all that are told. */
export function recordedEvents(record: ClinicalRecord, kind: EventKind | undefined): readonly Happening[] {
  return kinds.filter((each) => kind === undefined || words[each].event === kind).flatMap((each) => eventsOfKind(record, each));
}

function eventsOfKind<Kind extends ToldKind>(record: ClinicalRecord, kind: Kind): readonly Happening[] {
  const { event, say }: Words<Kind> = words[kind];
  return record.of(kind).map((entry) => {
    const { date, summary, what } = say(entry);
    return {
      kind: event,
      date,
      summary,
      ...(entry.organisation !== undefined && { organisation: entry.organisation }),
      ...(entry.practitioner !== undefined && { practitioner: entry.practitioner }),
      ...(what?.coding && { code: what.coding }),
    };
  });
}
