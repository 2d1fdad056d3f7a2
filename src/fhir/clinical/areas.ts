/** Areas of a record by the words that lists, sections of documents and parameters of requests are called by. */
import type { Entry, EntryKind } from '../../clinical-record.ts';
import type { IsoDate } from '../../population.ts';
import { daysAfter } from './england-time.ts';

export interface RecordArea {
  readonly kinds: readonly EntryKind[];
  tells(entry: Entry, asOf: IsoDate): boolean;
}

type Tells = RecordArea['tells'];

const all: Tells = () => true;
const year = 365;
const halfYear = 182;

const isSince =
  (days: number): Tells =>
  (entry, asOf) =>
    entry.recorded >= daysAfter(asOf, -days);

const isAcute: Tells = (entry, asOf) => entry.kind === 'medication' && entry.course === 'acute' && isSince(year)(entry, asOf);
const isCurrentRepeat: Tells = (entry) => entry.kind === 'medication' && entry.course === 'repeat' && entry.end === undefined;
const isPastRepeat: Tells = (entry, asOf) =>
  entry.kind === 'medication' && entry.course === 'repeat' && entry.end !== undefined && entry.end >= daysAfter(asOf, -halfYear);
const isOfPractice: Tells = (entry) => entry.kind === 'encounter' && !['outpatient', 'emergency', 'admission'].includes(entry.sort);
const isMajor: Tells = (entry) => entry.kind === 'condition' && entry.isMajor;
const isWarning: Tells = (entry) => entry.kind === 'flag' && (entry.category === 'alert' || entry.category === 'safeguarding');
const isWish: Tells = (entry) => entry.kind === 'flag' && (entry.category === 'consent' || entry.category === 'reasonable-adjustment');
const isCertificate: Tells = (entry) => entry.kind === 'document' && entry.sort === 'certificate';
const standsAlone: Tells = (entry) => entry.kind === 'observation' && entry.report === undefined;

/** The first row whose words are found. Rows without kinds are of what records do not keep, or keep elsewhere. */
const rows: readonly (readonly [words: RegExp, kinds: readonly EntryKind[], tells?: Tells])[] = [
  [/(?:resolved|ended|inactive)\s*allerg|linked problems/, []],
  [/allerg|adverse/, ['allergy']],
  [/recall|diary|advice/, []],
  [/acute\s*(?:med|prescr)/, ['medication'], isAcute],
  [/(?:discontinued|past|stopped).*(?:med|prescr)/, ['medication'], isPastRepeat],
  [/repeat.*(?:med|prescr)/, ['medication'], isCurrentRepeat],
  [/medic|drug/, ['medication', 'issue']],
  [/prescri/, ['issue']],
  [/immuni[sz]|vaccin/, ['vaccination']],
  [/investigat|result|laborator/, ['report', 'observation'], (entry) => !standsAlone(entry, '')],
  [/referral/, ['referral']],
  [/administrative/, ['document'], isCertificate],
  [/consult|encounter/, ['encounter'], isOfPractice],
  [/diagnos/, ['condition'], isMajor],
  [/problem|condition/, ['condition']],
  [/risk|alert|warning/, ['flag'], isWarning],
  [/preference|adjustment/, ['flag'], isWish],
  [/observation|finding|examination|uncategori|vital/, ['observation'], standsAlone],
  [/treatment|procedure|operation/, ['procedure']],
  [/event|admission|hospital/, ['admission']],
  [/appointment/, ['appointment']],
  [/document|correspondence|letter|attachment/, ['document']],
  [/care ?plan/, ['care-plan']],
  [/pregnan|maternity/, ['pregnancy']],
];

/** Undefined where no words of it are those of an area. */
export function areaCalled(name: string): RecordArea | undefined {
  // `includePrescriptionIssues` and `RepeatMedsHeader` are words too.
  const words = name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  const row = rows.find(([pattern]) => pattern.test(words));
  return row && { kinds: row[1], tells: row[2] ?? all };
}
