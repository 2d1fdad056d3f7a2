/** What holds of every record, whoever's it is: each law gives what breaks it. */
import type { ClinicalRecord, Entry, MedicationEntry, VaccinationEntry } from '../../../src/clinical-record.ts';
import { ageOn, dayOf } from '../../../src/world/calendar.ts';
import { isHoliday, isWorkingDay } from '../../../src/world/clinical/working-days.ts';
import { classesOf } from '../../../src/world/clinical/medicines/classes.ts';
import { entryKinds } from '../../../bench/population/read-record.ts';
import { toldBy } from './cut-records.ts';
import { isOfKind, type ToldLife } from './told-lives.ts';

export type Law = readonly [name: string, faults: (told: ToldLife) => readonly unknown[]];

const yearsOld = ({ person }: ClinicalRecord, day: string): number => ageOn(dayOf(person.birthDate), dayOf(day));

/** The days on which an entry says that something was: not those ahead, which are planned. */
function daysIn(entry: Entry): readonly string[] {
  const { recorded } = entry;
  if (isOfKind(entry, 'vaccination')) return [recorded, entry.given];
  if (isOfKind(entry, 'procedure')) return [recorded, entry.performed];
  if (isOfKind(entry, 'condition')) return [recorded, entry.onset, entry.end ?? recorded];
  if (isOfKind(entry, 'medication')) return [recorded, entry.start, entry.end ?? recorded];
  if (isOfKind(entry, 'admission')) return [recorded, entry.admitted, entry.discharged ?? recorded];
  if (isOfKind(entry, 'appointment')) return entry.status === 'fulfilled' ? [recorded, entry.on] : [recorded];
  if (isOfKind(entry, 'issue')) return [recorded, entry.dispensed ?? recorded];
  if (isOfKind(entry, 'pregnancy')) return [recorded, entry.lastPeriod, entry.outcome?.on ?? recorded];
  if (isOfKind(entry, 'report')) return [recorded, entry.requested];
  return [recorded];
}

/** Ids of the entries that an entry refers to. */
function refersTo(entry: Entry): readonly string[] {
  if (isOfKind(entry, 'medication')) return entry.for;
  if (isOfKind(entry, 'issue')) return [entry.medication];
  if (isOfKind(entry, 'observation')) return entry.report === undefined ? [] : [entry.report];
  if (isOfKind(entry, 'report')) return entry.observations;
  if (isOfKind(entry, 'procedure')) return entry.admission === undefined ? [] : [entry.admission];
  if (isOfKind(entry, 'appointment')) return entry.referral === undefined ? [] : [entry.referral];
  if (isOfKind(entry, 'admission')) return entry.procedures;
  return 'about' in entry ? entry.about : [];
}

interface Bounds {
  readonly sex?: 'female' | 'male';
  /** Completed years, at least and at most. */
  readonly from?: number;
  readonly to?: number;
}

/** By kind and sort, in whom something can be. */
const bounds: readonly (readonly [kind: Entry['kind'], sorts: RegExp, bounds: Bounds])[] = [
  ['condition', /^(depression|mixed-anxiety-and-depression|bipolar-disorder)$/, { from: 7 }],
  ['condition', /^(dementia|parkinsons-disease|macular-degeneration|osteoporosis)$/, { from: 30 }],
  ['condition', /^prostate-cancer$/, { sex: 'male', from: 35 }],
  ['condition', /prostate|erectile|testic|balanitis/, { sex: 'male' }],
  ['condition', /menopaus/, { sex: 'female', from: 25 }],
  ['condition', /endometri|ovar|vaginosis|cervical-cancer|fibroids|menstrual|uterovag/, { sex: 'female', from: 8 }],
  ['condition', /postnatal|gestational|pre-eclampsia|pregnancy|hyperemesis|obstetric|pelvic-girdle/, { sex: 'female', from: 12, to: 56 }],
  ['condition', /febrile-convulsion|croup|nappy|colic|bronchiolitis/, { to: 8 }],
  ['medication', /^(ethinylestradiol|desogestrel|medroxyprogesterone|etonogestrel|levonorgestrel|ulipristal)/, { sex: 'female', to: 56 }],
  ['medication', /^(estradiol|progesterone)/, { sex: 'female', from: 18 }],
  ['medication', /^(finasteride|tamsulosin|bicalutamide|sildenafil)$/, { sex: 'male', from: 18 }],
  ['medication', /^(atorva|simva|rosuva)statin$/, { from: 10 }],
  ['medication', /^(sertraline|fluoxetine|citalopram|escitalopram|mirtazapine|venlafaxine)$/, { from: 7 }],
  ['medication', /^(donepezil|memantine|rivastigmine|alendronic acid|tiotropium)$/, { from: 18 }],
  ['vaccination', /^HPV$/, { from: 9, to: 45 }],
  ['vaccination', /^SHINGLES$/, { from: 18 }],
  ['vaccination', /^ROTAVIRUS$/, { to: 0 }],
  ['observation', /^(psa)$/, { sex: 'male', from: 30 }],
  ['observation', /^(cervical-screening|fetal-heart|fundal-height|mammogram)$/, { sex: 'female', from: 12 }],
  ['procedure', /caesarean|hyster|evacuation-of-womb/, { sex: 'female', from: 12 }],
  ['procedure', /prostat|orchidectomy/, { sex: 'male' }],
  ['procedure', /hip-replacement|knee-replacement/, { from: 15 }],
  ['pregnancy', /^/, { sex: 'female', from: 12, to: 56 }],
];

function isOutOfBounds(record: ClinicalRecord, entry: Entry): boolean {
  const sort = 'sort' in entry ? entry.sort : '';
  const { gender } = record.person;
  const age = yearsOld(record, isOfKind(entry, 'vaccination') ? entry.given : entry.recorded);
  return bounds.some(
    ([kind, sorts, { sex, from = 0, to = Infinity }]) =>
      kind === entry.kind &&
      sorts.test(sort) &&
      (age < from || age > to || (sex !== undefined && (gender === 'female' || gender === 'male') && gender !== sex)),
  );
}

/** Of each of these somebody has one, or one on each side. */
const organs =
  /^(appendicectomy|tonsillectomy|hysterectomy|cholecystectomy|thyroidectomy|prostatectomy|septoplasty|coronary-bypass|cataract-surgery|hip-replacement|knee-replacement)$/;
const onceInALife = /^(appendicitis|type-1-diabetes|type-2-diabetes|epilepsy|asthma|dementia|downs-syndrome|chickenpox)$/;

const graveReasons: Readonly<Record<string, string>> = { Stroke: 'stroke', 'Myocardial infarction': 'myocardial-infarction' };

const isCapsuleForChild = (record: ClinicalRecord, { sort, form, start }: MedicationEntry): boolean =>
  (sort === 'amoxicillin' || sort === 'flucloxacillin') && form === 'Capsule' && yearsOld(record, start) < 5;

function repeated(names: readonly string[]): readonly string[] {
  return names.filter((name, n) => names.indexOf(name) !== n);
}

/** Vaccines of one series, the later in the place of the earlier. */
const successors: readonly (readonly string[])[] = [
  ['MMR', 'MMRV', 'MR'],
  ['DTP', 'DT', '5IN1', '6IN1'],
];

/** The dose before it, weeks earlier; a vaccine that was replaced by another counts with it. */
function lacksDoseBefore(given: readonly VaccinationEntry[], { sort, dose, given: day }: VaccinationEntry): boolean {
  const series = successors.find((sorts) => sorts.includes(sort)) ?? [sort];
  return dose > 1 && !given.some((other) => series.includes(other.sort) && other.dose === dose - 1 && other.given < day);
}

const completed = (record: ClinicalRecord): readonly VaccinationEntry[] =>
  record.of('vaccination').filter(({ status }) => status === 'completed');

function isForged({ world }: ToldLife, { id }: Entry): boolean {
  const last = Number.parseInt(id.slice(-1), 16);
  return world.entry(`${id.slice(0, -1)}${(last ^ 1).toString(16)}`) !== undefined;
}

function isReadBack({ world, record }: ToldLife, entry: Entry): boolean {
  const found = world.entry(entry.id);
  return found?.nhsNumber === record.person.nhsNumber && JSON.stringify(found.entry) === JSON.stringify(entry);
}

/** The latest of each kind. */
const lastOfEach = ({ record }: ToldLife): readonly Entry[] => entryKinds.flatMap((kind): readonly Entry[] => record.of(kind).slice(-1));

export const laws: readonly Law[] = [
  [
    'nothing is written before somebody was born or came to England, after they died, or ahead of the day',
    ({ entries, arrival, last }) => entries.filter(({ recorded }) => recorded < arrival || recorded > last),
  ],
  [
    'nothing happens before birth, after death, or ahead of the day',
    ({ entries, record: { person }, last }) => entries.filter((entry) => daysIn(entry).some((day) => day < person.birthDate || day > last)),
  ],
  [
    'entries of a kind stand in the order in which they were written',
    ({ record }) => entryKinds.filter((kind) => isOutOfOrder(record.of(kind))),
  ],
  [
    'nobody has, takes or undergoes what is not of their sex and age',
    ({ entries, record }) => entries.filter((entry) => isOutOfBounds(record, entry)),
  ],
  [
    'nothing is taken out twice, and what never goes away begins once',
    ({ record }) => [
      ...repeated(record.of('procedure').flatMap(({ sort, what }) => (organs.test(sort) ? [what.text] : []))),
      ...repeated(record.of('condition').flatMap(({ sort }) => (onceInALife.test(sort) ? [sort] : []))),
    ],
  ],
  [
    'a dose comes after the dose before it',
    ({ record }) => {
      const given = completed(record);
      return given.filter((each) => lacksDoseBefore(given, each));
    },
  ],
  [
    'nobody takes what they are recorded as allergic to',
    ({ record }) => {
      const allergies = new Set(record.of('allergy').map(({ sort }) => sort));
      const isAgainst = (sort: string): boolean => allergies.has(sort) || classesOf(sort).some((name) => allergies.has(name));
      return record.of('medication').filter(({ sort, start }) => isAgainst(sort) && start <= record.asOf);
    },
  ],
  [
    'nobody is in hospital with a stroke or a heart attack, and lives on without it on their record',
    ({ record }) =>
      record.of('admission').filter(({ method, reason, discharged }) => {
        const sort = graveReasons[reason.text];
        if (method !== 'emergency' || sort === undefined || discharged === undefined) return false;
        const isAlive = dayOf(record.person.death?.date ?? record.asOf) > dayOf(discharged) + 60;
        return isAlive && !record.of('condition').some((each) => each.sort === sort);
      }),
  ],
  ['a child under five swallows no capsule', ({ record }) => record.of('medication').filter((course) => isCapsuleForChild(record, course))],
  [
    'what an entry refers to is in the record',
    ({ entries, byId }) => entries.filter((entry) => refersTo(entry).some((id) => !byId.has(id))),
  ],
  [
    'whoever wrote an entry works where it was written',
    ({ world, entries }) =>
      entries
        .slice(-150)
        .filter(
          ({ organisation, practitioner }) =>
            (organisation !== undefined && world.organisation(organisation) === undefined) ||
            (practitioner !== undefined && !world.practitioners(organisation ?? '').some(({ sdsUserId }) => sdsUserId === practitioner)),
        ),
  ],
  [
    'a medicine is issued while it is taken, and dispensed within half a year',
    ({ record, byId }) =>
      record.of('issue').filter(({ medication, recorded, dispensed = recorded }) => {
        const course = byId.get(medication);
        if (!isOfKind(course, 'medication')) return true;
        return (
          recorded < course.start || recorded > (course.end ?? recorded) || dispensed < recorded || dayOf(dispensed) > dayOf(recorded) + 183
        );
      }),
  ],
  [
    'issues of a medicine count up to as many as are authorised',
    ({ record }) => record.of('issue').filter(({ number, of = number }) => number < 1 || number > of),
  ],
  ['an id is of one entry', ({ entries, byId }) => (byId.size === entries.length ? [] : [entries.length - byId.size])],
  ['an id leads back to its entry', (told) => lastOfEach(told).filter((entry) => !isReadBack(told, entry))],
  ['an id that is made up is of nobody’s entry', (told) => lastOfEach(told).filter((entry) => isForged(told, entry))],
  [
    'what is planned falls on working days, and practices see nobody on holidays',
    ({ record }) => [
      ...record.of('referral').filter(({ recorded }) => !isWorkingDay(dayOf(recorded))),
      ...record.of('admission').filter(({ method, admitted }) => /elective|day-case/.test(method) && !isWorkingDay(dayOf(admitted))),
      ...record.of('appointment').filter(({ on, setting }) => (setting === 'hospital' ? !isWorkingDay(dayOf(on)) : isHoliday(dayOf(on)))),
    ],
  ],
  ...entryKinds.map((kind): Law => [
    `the record of an earlier day is the later one, cut there: ${kind}`,
    ({ record, earlier }) => {
      if (earlier === undefined) return [];
      const [then, now] = [earlier, record].map((each) => toldBy(earlier.asOf, { record: each, since: record.asOf }, kind));
      return firstDifference(then ?? [], now ?? []);
    },
  ]),
];

const isOutOfOrder = (entries: readonly Entry[]): boolean =>
  entries.some(({ recorded }, n) => n > 0 && recorded < (entries[n - 1]?.recorded ?? ''));

function firstDifference(then: readonly string[], now: readonly string[]): readonly unknown[] {
  const at = Array.from({ length: Math.max(then.length, now.length) }, (_, n) => n).find((n) => then[n] !== now[n]);
  return at === undefined ? [] : [{ then: then[at], now: now[at] }];
}

const shownOfEach = 5;

/** What breaks each law, the first few of it, with whose record it is in. */
export function breaking(lives: Iterable<ToldLife>): ReadonlyMap<string, readonly string[]> {
  const broken = new Map<string, string[]>(laws.map(([name]) => [name, []]));
  for (const told of lives) {
    for (const [name, faults] of laws) {
      const shown = broken.get(name) ?? [];
      for (const fault of faults(told)) {
        if (shown.length < shownOfEach) shown.push(`${told.record.person.nhsNumber}: ${JSON.stringify(fault)}`);
      }
    }
  }
  return broken;
}
