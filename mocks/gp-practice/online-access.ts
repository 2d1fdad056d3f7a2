/**
 * Who has online access at their practice, and what it allows. Test people and people that somebody brought have all of it already, and so
 * have most of the others some of it, drawn by chance. For the rest the first question about their permissions switches it on, with the
 * defaults of their practice.
 */
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Person } from '../../src/population.ts';
import { marked, ofTestPeople } from './marked.ts';
import { settingsOf } from './practices.ts';
import type { Levels, Permissions, PrescriptionsLevel, RecordLevel } from './levels.ts';

/** A change that the patient has asked for, and the practice has not decided yet. */
export type AskedFor = { readonly asked: string } & (
  | { readonly permissionType: 'medicalRecord'; readonly medicalRecordType: 'current' | 'historical'; readonly accessLevel: RecordLevel }
  | { readonly permissionType: 'prescriptions'; readonly accessLevel: PrescriptionsLevel }
);

export interface OnlineAccess extends Permissions {
  readonly requests: readonly AskedFor[];
}

const collection = 'gp-practice/online-access';

/** Undefined for somebody whose access is not switched on. */
export function onlineAccess(call: AnyCall, person: Person): OnlineAccess | undefined {
  const kept = call.store.get(collection, person.nhsNumber);
  if (kept !== undefined) return decided(call, JSON.parse(kept) as OnlineAccess); // only `keepAccess` writes there
  const own = marked[person.nhsNumber];
  if (own?.isNew) return undefined;
  const levels = own?.levels ?? (isTestPerson(call, person) ? ofTestPeople : drawnLevels(call, person));
  return levels && startingWith(person, levels);
}

const shareOnline = 0.8;

/** So much of those who are online may see that much of what is recent, the first lines most. */
const drawn: readonly (readonly [share: number, levels: Levels])[] = [
  [0.55, { current: 'full', historical: 'full', prescriptions: 'manage' }],
  [0.75, { current: 'full', historical: 'summary', prescriptions: 'manage' }],
  [0.85, { current: 'documents', historical: 'detailed', prescriptions: 'manage' }],
  [0.95, { current: 'detailed', historical: 'detailed', prescriptions: 'manage' }],
  [1, { current: 'summary', historical: 'none', prescriptions: 'view' }],
];

function drawnLevels(call: AnyCall, { nhsNumber }: Person): Levels | undefined {
  if (call.chance(`gp-practice online ${nhsNumber}`) >= shareOnline) return undefined;
  const at = call.chance(`gp-practice levels ${nhsNumber}`);
  return drawn.find(([share]) => at < share)?.[1];
}

export const keepAccess = (call: AnyCall, { nhsNumber }: Person, access: OnlineAccess): void =>
  call.store.put(collection, nhsNumber, JSON.stringify(access));

export function switchOn(call: AnyCall, person: Person): OnlineAccess {
  const access = startingWith(person, settingsOf(practiceOf(person)).defaults);
  keepAccess(call, person, access);
  return access;
}

const practiceOf = ({ registrations }: Person): string => registrations[0]?.practice ?? '';

function startingWith(person: Person, levels: Levels): OnlineAccess {
  const registered = person.registrations[0]?.period.start ?? '';
  const { openSince } = settingsOf(practiceOf(person));
  return { ...levels, effectiveDate: registered > openSince ? registered : openSince, requests: [] };
}

function isTestPerson({ population }: AnyCall, { nhsNumber }: Person): boolean {
  if (population.published.some(({ person }) => person.nhsNumber === nhsNumber)) return true;
  for (const brought of population.brought()) if (brought.nhsNumber === nhsNumber) return true;
  return false;
}

const fiveDays = 5 * 86_400_000;

/** Practices decide within five days, by the clock, and agree. */
function decided({ clock }: AnyCall, access: OnlineAccess): OnlineAccess {
  const isOpen = ({ asked }: AskedFor): boolean => Date.parse(asked) + fiveDays > clock.now();
  const agreed = access.requests.filter((request) => !isOpen(request));
  return agreed.reduce<OnlineAccess>((then, request) => granted(then, request), { ...access, requests: access.requests.filter(isOpen) });
}

const granted = (access: OnlineAccess, request: AskedFor): OnlineAccess =>
  request.permissionType === 'prescriptions'
    ? { ...access, prescriptions: request.accessLevel }
    : { ...access, [request.medicalRecordType]: request.accessLevel };
