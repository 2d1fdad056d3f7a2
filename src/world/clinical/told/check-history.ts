/** What is wrong with a history of unknown origin, member by member. */
import type { ConditionEntry, AppointmentEntry, MedicationEntry } from '../../../clinical-record.ts';
import { conditionsMeant, medicinesMeant, resultCalled } from './looked-up.ts';
import { pressuresIn } from './tell-problems.ts';
import type { ToldHistory } from './told-history.ts';

/** Each notes what is wrong, and where. */
export interface Checks {
  must(holds: boolean, pointer: string, message: string): boolean;
  record(at: unknown, pointer: string, members: readonly string[]): Readonly<Record<string, unknown>>;
  listIn(at: unknown, pointer: string, most?: number): readonly unknown[];
  text(at: unknown, pointer: string, most?: number): void;
  date(at: unknown, pointer: string): void;
  oneOf(at: unknown, pointer: string, words: readonly string[]): void;
}

type Check = (at: unknown, pointer: string, checks: Checks) => void;

const longestText = 200;
const dosesAtMost = 20;
const listedAtMost = 200;

const text: Check = (at, pointer, { text: check }) => check(at, pointer, longestText);
const date: Check = (at, pointer, checks) => checks.date(at, pointer);
const among =
  (...words: readonly string[]): Check =>
  (at, pointer, { oneOf }) =>
    oneOf(at, pointer, words);

const code: Check = (at, pointer, checks) => {
  if (at === undefined || typeof at === 'string') return checks.text(at, pointer, longestText);
  const coding = checks.record(at, pointer, ['system', 'code', 'display']);
  checks.must(coding['code'] !== undefined, `${pointer}/code`, 'is missing.');
  for (const name of ['system', 'code', 'display']) checks.text(coding[name], `${pointer}/${name}`, longestText);
};

const dose: Check = (at, pointer, { must }) => {
  const isDose = typeof at === 'number' && Number.isInteger(at) && at >= 1 && at <= dosesAtMost;
  must(at === undefined || isDose, pointer, `must be a whole number from 1 to ${dosesAtMost}.`);
};

const value: Check = (at, pointer, checks) => {
  if (typeof at === 'number') {
    checks.must(Number.isFinite(at), pointer, 'must be a number.');
    return;
  }
  checks.must(at !== undefined, pointer, 'is missing: a number, or what was found; a blood pressure as 140/85.');
  checks.text(at, pointer, longestText);
};

const time: Check = (at, pointer, { must }) => {
  must(at === undefined || /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(String(at)), pointer, 'must be a time, as in 09:30.');
};

const severity = among(...(['mild', 'moderate', 'severe'] satisfies ConditionEntry['severity'][]));

interface Part {
  /** The member that the others belong to; a list may hold it alone, where nothing has to be said with it. */
  readonly name?: string;
  readonly needed: readonly string[];
  readonly members: Readonly<Record<string, Check>>;
  /** Sorts that the word may stand for. */
  readonly meant?: (text: string) => readonly string[];
}

const parts: { readonly [Name in keyof ToldHistory]-?: Part } = {
  conditions: {
    name: 'condition',
    needed: [],
    members: { condition: text, code, since: date, until: date, severity, note: text },
    meant: conditionsMeant,
  },
  medicines: {
    name: 'medicine',
    needed: [],
    members: {
      medicine: text,
      code,
      dose: text,
      since: date,
      until: date,
      course: among(...(['acute', 'repeat'] satisfies MedicationEntry['course'][])),
      for: text,
    },
    meant: medicinesMeant,
  },
  allergies: {
    name: 'substance',
    needed: [],
    members: { substance: text, code, reaction: text, severity, since: date, until: date, ended: text },
  },
  vaccinations: { name: 'vaccine', needed: ['given'], members: { vaccine: text, code, given: date, dose, batch: text } },
  results: { name: 'result', needed: ['on'], members: { result: text, code, value, unit: text, on: date } },
  appointments: {
    needed: ['on'],
    members: {
      on: date,
      at: time,
      reason: text,
      status: among(...(['booked', 'fulfilled', 'missed', 'cancelled'] satisfies AppointmentEntry['status'][])),
      setting: among(...(['general-practice', 'hospital'] satisfies AppointmentEntry['setting'][])),
      mode: among(...(['face-to-face', 'telephone', 'video', 'online', 'home-visit'] satisfies AppointmentEntry['mode'][])),
      booked: date,
    },
  },
};

export const historyMembers = Object.keys(parts) as readonly (keyof ToldHistory)[]; // its own members

export function checkHistory(person: Readonly<Record<string, unknown>>, checks: Checks): void {
  const { born } = person;
  const inLife: Checks = {
    ...checks,
    date(at, pointer) {
      checks.date(at, pointer);
      checks.must(!isText(at) || !isText(born) || at >= born, pointer, 'must not be before the birth.');
    },
  };
  for (const name of historyMembers) {
    for (const [n, at] of checks.listIn(person[name], `/${name}`, listedAtMost).entries())
      checkOne(at, `/${name}/${n}`, parts[name], inLife);
  }
}

function checkOne(told: unknown, pointer: string, { name, needed, members, meant }: Part, checks: Checks): void {
  const isWord = isText(told) && name !== undefined && needed.length === 0;
  const one = isWord ? { [name]: told } : checks.record(told, pointer, Object.keys(members));
  const placeOf = (member: string): string => (isWord ? pointer : `${pointer}/${member}`);
  for (const member of [...(name === undefined ? [] : [name]), ...needed])
    checks.must(one[member] !== undefined, placeOf(member), 'is missing.');
  for (const [member, check] of Object.entries(members)) check(one[member], placeOf(member), checks);
  const word = name === undefined ? undefined : one[name];
  const sorts = isText(word) && one['code'] === undefined ? (meant?.(word) ?? []) : [];
  if (name !== undefined)
    checks.must(sorts.length < 2, placeOf(name), `is a word for several: say which of ${sorts.slice(0, 12).join(', ')}.`);
  const { since, until } = one;
  checks.must(!isText(since) || !isText(until) || since <= until, placeOf('until'), 'must not be before it began.');
  if (name === 'result') checkPressure(one, placeOf('value'), checks);
}

const isText = (at: unknown): at is string => typeof at === 'string';

function checkPressure({ result, value: at }: Readonly<Record<string, unknown>>, pointer: string, { must }: Checks): void {
  const isPressure = isText(result) && resultCalled(result)?.sort === 'blood-pressure';
  const isNumber = isText(at) || typeof at === 'number';
  must(!isPressure || (isNumber && pressuresIn(at).length === 2), pointer, 'must be a blood pressure, as in 140/85.');
}
