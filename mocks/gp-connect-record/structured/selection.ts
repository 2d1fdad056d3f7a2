/** Which entries of a record an answer tells: those of the areas that were asked for, as far as the patient may see them, and what they link to. */
import type {
  AllergyEntry,
  ClinicalRecord,
  ConditionEntry,
  EncounterEntry,
  Entries,
  Entry,
  EntryKind,
  IssueEntry,
  MedicationEntry,
  ReferralEntry,
  ReportEntry,
} from '../../../src/clinical-record.ts';
import type { IsoDate } from '../../../src/population.ts';
import { showsOf, type Permissions, type RecordLevel } from '../../gp-practice/levels.ts';
import { isWithin, type Asked, type ProblemsAsked } from './asked.ts';
import { prescriptionTypeOf } from './resources.ts';

/** The areas of a record, as secondary Lists are named after them. */
export type AreaName =
  | 'allergies'
  | 'medications'
  | 'problems'
  | 'immunisations'
  | 'investigations'
  | 'outbound-referrals'
  | 'uncategorised-data';

/** The kinds of entry that areas tell; what a consultation holds of another kind is left out. */
const areaOf: { readonly [Kind in EntryKind]?: AreaName } = {
  allergy: 'allergies',
  medication: 'medications',
  condition: 'problems',
  vaccination: 'immunisations',
  report: 'investigations',
  referral: 'outbound-referrals',
  observation: 'uncategorised-data',
};

export const areaOfEntry = ({ kind }: Entry): AreaName | undefined => areaOf[kind];

export interface Selection {
  /** Of each area that was asked for, what its primary List tells. */
  readonly primary: Readonly<Partial<Record<AreaName, readonly Entry[]>>>;
  readonly endedAllergies: readonly AllergyEntry[];
  readonly consultations?: readonly EncounterEntry[];
  /** What the consultations hold, and what has to do with the problems. */
  readonly inConsultations: readonly Entry[];
  readonly ofProblems: readonly Entry[];
  /** Problems of what is told that were not asked for. */
  readonly linkedProblems: readonly ConditionEntry[];
  /** All that is told, once each. */
  readonly told: ReadonlyMap<string, Entry>;
  readonly issuesOf: (medication: MedicationEntry) => readonly IssueEntry[];
  /** Those of its issues that are told. */
  readonly ordersOf: (medication: MedicationEntry) => readonly IssueEntry[];
}

export interface Seen {
  readonly record: ClinicalRecord;
  readonly permissions: Permissions;
  readonly confidential: readonly EntryKind[];
  /** Prescribed by another organisation than a practice: that is told whatever days are asked for. */
  readonly isFromElsewhere: (medication: MedicationEntry) => boolean;
}

const levels: { readonly [Kind in EntryKind]?: RecordLevel } = { allergy: 'summary', medication: 'summary', issue: 'summary' };

/** What lasts is of today, and what is over is of the day on which it was recorded. */
const datedOn = (entry: Entry, today: IsoDate): IsoDate =>
  entry.kind === 'medication' && entry.course === 'repeat' && (entry.end ?? today) >= today ? today : entry.recorded;

/** What the patient may see of the record. */
export const isSeen = ({ record, permissions, confidential }: Seen, entry: Entry): boolean =>
  !confidential.includes(entry.kind) && showsOf(permissions, datedOn(entry, record.asOf), levels[entry.kind] ?? 'detailed');

/** A report that came today is not filed yet, and nobody but the practice sees it. */
export const isFiled = ({ record }: Pick<Seen, 'record'>, { recorded }: ReportEntry): boolean => recorded < record.asOf;

const consultationSorts: ReadonlySet<EncounterEntry['sort']> = new Set(['consultation', 'review', 'nurse', 'vaccination']);

export function select(seen: Seen, asked: Asked): Selection {
  const { record } = seen;
  const of = <Kind extends EntryKind>(kind: Kind): readonly Entries[Kind][] => record.of(kind).filter((entry) => isSeen(seen, entry));
  const byMedication = Map.groupBy(of('issue'), ({ medication }) => medication);
  const issuesOf = ({ id }: MedicationEntry): readonly IssueEntry[] => byMedication.get(id) ?? [];
  const reports = (): readonly ReportEntry[] => of('report').filter((each) => each.category === 'laboratory' && isFiled(seen, each));

  const primary: Partial<Record<AreaName, readonly Entry[]>> = {};
  const allergies = asked.allergies && of('allergy');
  if (allergies) primary.allergies = allergies.filter(({ end }) => end === undefined);
  if (asked.medication) {
    const { from, types } = asked.medication;
    primary.medications = of('medication').filter(
      (each) =>
        (from === undefined || lastDayOf(each) >= from || seen.isFromElsewhere(each)) &&
        (types.length === 0 || types.includes(prescriptionTypeOf(each, issuesOf(each)))),
    );
  }
  const problems = asked.problems && of('condition').filter((each) => asked.problems?.some((filter) => isLetThrough(each, filter)));
  if (problems) primary.problems = problems;
  const { immunisations, investigations, referrals, uncategorised } = asked;
  if (immunisations) primary.immunisations = of('vaccination').filter(({ status }) => immunisations.withNotGiven || status === 'completed');
  if (investigations) primary.investigations = reports().filter(({ recorded }) => isWithin(recorded, investigations.span));
  if (referrals) primary['outbound-referrals'] = of('referral').filter(({ recorded }) => isWithin(recorded, referrals.span));
  if (uncategorised)
    primary['uncategorised-data'] = of('observation').filter(
      (each) => each.report === undefined && isWithin(each.recorded, uncategorised.span),
    );

  const consultations = asked.consultations && consultationsOf(of('encounter'), asked.consultations);
  const inConsultations = unique((consultations ?? []).flatMap(({ about }) => about.flatMap((id) => held(seen, id))));
  const ofProblems = unique(problems?.flatMap((each) => relatedTo(each, of('medication'), of('referral'))) ?? []);
  const before = [...Object.values(primary).flat(), ...inConsultations, ...ofProblems];
  const linked = unique(before.flatMap((entry) => problemsOf(entry).flatMap((id) => held(seen, id))));
  const known = new Set(before.map(({ id }) => id));
  const linkedProblems = linked.filter((entry): entry is ConditionEntry => entry.kind === 'condition' && !known.has(entry.id));
  const told = new Map([...before, ...linkedProblems].map((entry) => [entry.id, entry]));
  const linkedIssues = new Set((consultations ?? []).flatMap(({ about }) => about));
  const isAsked = (medication: MedicationEntry): boolean =>
    asked.medication?.withIssues === true && primary.medications?.includes(medication) === true;
  return {
    primary,
    endedAllergies: asked.allergies?.withEnded ? (allergies?.filter(({ end }) => end !== undefined) ?? []) : [],
    ...(consultations && { consultations }),
    inConsultations,
    ofProblems,
    linkedProblems,
    told,
    issuesOf,
    ordersOf(medication) {
      const all = issuesOf(medication).filter(({ id }) => isAsked(medication) || linkedIssues.has(id));
      // Of a short course there is one at most.
      return medication.course === 'acute' ? all.slice(-1) : all;
    },
  };
}

const isLetThrough = ({ end, isMajor }: ConditionEntry, { status, significance }: ProblemsAsked): boolean =>
  (status === undefined || (status === 'active') === (end === undefined)) &&
  (significance === undefined || (significance === 'major') === isMajor);

const unique = (entries: readonly Entry[]): readonly Entry[] => [...new Map(entries.map((entry) => [entry.id, entry])).values()];

/** A short course without an end is taken on its first day only, and a repeat without one goes on. */
const lastDayOf = ({ course, start, end }: MedicationEntry): IsoDate => end ?? (course === 'acute' ? start : '9999-12-31');

/** In general practice; of the latest ones no more than are asked for. */
function consultationsOf(all: readonly EncounterEntry[], { span, latest }: NonNullable<Asked['consultations']>): readonly EncounterEntry[] {
  const found = all.filter(({ sort, recorded }) => consultationSorts.has(sort) && isWithin(recorded, span));
  return latest === undefined ? found : found.slice(-latest);
}

/** The entry as an area tells it: an issue by its medicine, a result by its report. */
function held(seen: Seen, id: string): readonly Entry[] {
  const found = seen.record.entry(id);
  const led = found?.kind === 'issue' ? found.medication : found?.kind === 'observation' ? found.report : undefined;
  const entry = led === undefined ? found : seen.record.entry(led);
  if (!entry || areaOfEntry(entry) === undefined || !isSeen(seen, entry)) return [];
  if (entry.kind === 'report' && (entry.category !== 'laboratory' || !isFiled(seen, entry))) return [];
  return entry.kind === 'allergy' && entry.end !== undefined ? [] : [entry];
}

const relatedTo = (
  { id }: ConditionEntry,
  medications: readonly MedicationEntry[],
  referrals: readonly ReferralEntry[],
): readonly Entry[] => [...medications.filter((each) => each.for.includes(id)), ...referrals.filter(({ about }) => about.includes(id))];

/** Ids of what it was for. */
export function problemsOf(entry: Entry): readonly string[] {
  if (entry.kind === 'medication') return entry.for;
  return entry.kind === 'referral' ? entry.about : [];
}
