/** A clinical record as one reads it on a page: what matters now first, then each part of it, the latest above. */
import type {
  AllergyEntry,
  AppointmentEntry,
  ClinicalRecord,
  ConditionEntry,
  Entry,
  MedicationEntry,
  ObservationEntry,
} from '../clinical-record.ts';
import type { Population } from '../population.ts';
import { ageOn, dayOf } from '../world/calendar.ts';

export interface RecordSection {
  readonly title: string;
  readonly lines: readonly RecordLine[];
  /** Of which no more are shown. */
  readonly more: number;
}

export interface RecordLine {
  /** A day, a period, or what the line is about. */
  readonly label: string;
  readonly text: string;
}

/** Lines of a section; all of them where `all` is asked. */
const shown = 12;

export function recordPage(
  record: ClinicalRecord,
  population: Population,
  { all = false }: { readonly all?: boolean } = {},
): readonly RecordSection[] {
  const nameOf = (ods: string | undefined): string => (ods === undefined ? '' : (population.organisation(ods)?.name ?? ods));
  const cut = (title: string, lines: readonly RecordLine[]): RecordSection => ({
    title,
    lines: all ? lines : lines.slice(0, shown),
    more: all ? 0 : Math.max(0, lines.length - shown),
  });
  const conditions = newest(record.of('condition'));
  const sections = [
    { title: 'Summary', lines: summaryOf(record, nameOf), more: 0 },
    cut('Problems', conditions.filter(isActive).map(problemLine)),
    cut('Past problems', conditions.filter((one) => !isActive(one)).map(problemLine)),
    cut('Repeat medicines', newest(repeatsOf(record)).map(medicineLine)),
    cut('Other medicines', newest(record.of('medication').filter((one) => !isRepeatNow(one, record.asOf))).map(medicineLine)),
    cut('Allergies', newest(record.of('allergy')).map(allergyLine)),
    cut(
      'Vaccinations',
      record
        .of('vaccination')
        .toSorted((a, b) => (a.given < b.given ? 1 : -1))
        .map(({ given, what, dose, status }) => ({
          label: given,
          text: `${what.text}, dose ${dose}${status === 'completed' ? '' : ': not given'}`,
        })),
    ),
    cut('Latest results', latestOfEach(record.of('observation')).map(resultLine)),
    cut(
      'Appointments',
      appointmentsOf(record).map((one) => appointmentLine(one, nameOf)),
    ),
    cut(
      'Referrals',
      newest(record.of('referral')).map(({ recorded, specialty, priority, reason, status }) => ({
        label: recorded,
        text: `${specialty.text}, ${priority.replaceAll('-', ' ')}: ${reason.text} (${status})`,
      })),
    ),
    cut(
      'Hospital',
      newest(record.of('admission')).map(({ admitted, discharged, reason, method, organisation }) => ({
        label: `${admitted} – ${discharged ?? 'now'}`,
        text: joined(`${reason.text} (${method.replaceAll('-', ' ')})`, nameOf(organisation)),
      })),
    ),
    cut(
      'Procedures',
      newest(record.of('procedure')).map(({ performed, what }) => ({ label: performed, text: what.text })),
    ),
    cut(
      'Pregnancies',
      newest(record.of('pregnancy')).map(({ recorded, due, outcome }) => ({
        label: recorded,
        text: outcome ? `${outcome.how} on ${outcome.on} at ${outcome.weeks} weeks` : `expects a child on ${due}`,
      })),
    ),
    cut(
      'Consultations',
      newest(record.of('encounter')).map(({ recorded, reason, mode, note }) => ({
        label: recorded,
        text: `${reason.text} (${mode.replaceAll('-', ' ')}). ${note}`,
      })),
    ),
    cut('Care plans and alerts', [
      ...newest(record.of('flag').filter(({ end }) => end === undefined)).map(({ recorded, what, detail }) => ({
        label: recorded,
        text: detail === undefined ? what.text : `${what.text}: ${detail}`,
      })),
      ...newest(record.of('care-plan').filter(({ end }) => end === undefined)).map(({ start, title }) => ({ label: start, text: title })),
    ]),
    cut(
      'Documents',
      newest(record.of('document')).map(({ recorded, title, organisation }) => ({
        label: recorded,
        text: joined(title, nameOf(organisation)),
      })),
    ),
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

/** The appointment that comes next, where one is booked. */
export function nextAppointmentIn(record: ClinicalRecord): AppointmentEntry | undefined {
  return record
    .of('appointment')
    .filter(({ status, on }) => status === 'booked' && on >= record.asOf)
    .toSorted((a, b) => (a.on + a.at < b.on + b.at ? -1 : 1))[0];
}

/** What somebody takes again and again, as things stand. */
export const repeatsOf = (record: ClinicalRecord): readonly MedicationEntry[] =>
  record.of('medication').filter((one) => isRepeatNow(one, record.asOf));

const isRepeatNow = ({ course, end }: MedicationEntry, asOf: string): boolean => course === 'repeat' && (end === undefined || end >= asOf);
const isActive = ({ end }: ConditionEntry): boolean => end === undefined;

/** What is known of these. */
const joined = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined && part !== '').join(', ');

const newest = <E extends Entry>(entries: readonly E[]): readonly E[] => entries.toReversed();

function summaryOf(record: ClinicalRecord, nameOf: (ods: string | undefined) => string): readonly RecordLine[] {
  const { person, asOf } = record;
  const problems = record.of('condition').filter((one) => isActive(one) && one.isMajor);
  const next = nextAppointmentIn(record);
  const due = record.due();
  const repeats = repeatsOf(record);
  const allergies = record.of('allergy').filter(({ end }) => end === undefined);
  const waiting = record.of('referral').filter(({ waitingFor }) => waitingFor !== undefined);
  const age = ageOn(dayOf(person.birthDate), dayOf(person.death?.date ?? asOf));
  const lines: readonly (readonly [string, string])[] = [
    ['age', person.death ? `died at ${age}` : String(age)],
    ['problems', problems.map(({ what }) => what.text).join(', ')],
    ['medicines', repeats.length === 0 ? '' : `${repeats.length} on repeat`],
    ['allergies', allergies.map(({ substance }) => substance?.text ?? 'none known').join(', ')],
    [
      'alerts',
      record
        .of('flag')
        .flatMap(({ end, what }) => (end === undefined ? [what.text] : []))
        .join(', '),
    ],
    ['due', due.map(({ what, dose }) => `${what.text}${dose > 1 ? `, dose ${dose}` : ''}`).join('; ')],
    ['next', next ? joined(`${next.on} ${next.at}`, next.reason.text, nameOf(next.organisation)) : ''],
    ['waiting', waiting.map(({ specialty, recorded }) => `${specialty.text} since ${recorded}`).join('; ')],
  ];
  return lines.flatMap(([label, text]) => (text === '' ? [] : [{ label, text }]));
}

const problemLine = ({ onset, end, what, severity }: ConditionEntry): RecordLine => ({
  label: end === undefined ? onset : `${onset} – ${end}`,
  text: severity === undefined ? what.text : `${what.text}, ${severity}`,
});

const medicineLine = ({ start, end, medicine, dose, review, course, reason }: MedicationEntry): RecordLine => ({
  label: end === undefined ? start : `${start} – ${end}`,
  text: `${medicine.text}. ${dose}.${course === 'acute' && reason ? ` For ${reason.text.toLowerCase()}.` : ''}${end === undefined && review !== undefined ? ` Review by ${review}.` : ''}`,
});

const allergyLine = ({ recorded, substance, reaction, severity, end }: AllergyEntry): RecordLine => ({
  label: recorded,
  text: joined(substance?.text ?? 'No known allergies', reaction?.text.toLowerCase(), severity, end && `ended ${end}`),
});

/** Of each kind of observation the last. */
function latestOfEach(observations: readonly ObservationEntry[]): readonly ObservationEntry[] {
  const last = new Map<string, ObservationEntry>();
  for (const one of observations) {
    last.delete(one.sort);
    last.set(one.sort, one);
  }
  return [...last.values()].toReversed();
}

function resultLine({ recorded, what, value, parts, finding, interpretation }: ObservationEntry): RecordLine {
  const said = value
    ? `${value.value} ${value.unit}`
    : parts
      ? `${parts.map((part) => part.value.value).join('/')} ${parts[0]?.value.unit ?? ''}`
      : (finding?.text ?? '');
  const mark = interpretation === 'low' || interpretation === 'high' ? ` (${interpretation})` : '';
  return { label: recorded, text: `${what.text}: ${said}${mark}` };
}

/** Those ahead, the soonest first, then those that were. */
function appointmentsOf(record: ClinicalRecord): readonly AppointmentEntry[] {
  const inOrder = record.of('appointment').toSorted((a, b) => (a.on + a.at < b.on + b.at ? -1 : 1));
  const isAhead = ({ on, status }: AppointmentEntry): boolean => status === 'booked' && on >= record.asOf;
  return [...inOrder.filter(isAhead), ...inOrder.filter((one) => !isAhead(one)).toReversed()];
}

const appointmentLine = (
  { on, at, reason, status, organisation, specialty, mode }: AppointmentEntry,
  nameOf: (ods: string | undefined) => string,
): RecordLine => ({
  label: `${on} ${at}`,
  text: `${joined(reason.text, specialty?.text, mode.replaceAll('-', ' '), nameOf(organisation))} (${status})`,
});
