/** What may be wrong with a new person, whoever registers them, in the order in which the service looks and in the words of a registration. */
import type { Json } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import { isRealDate } from '../../../src/fhir/instant.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { echoing, invalidValue, missingValue } from '../../../src/nhs/spine/spine-words.ts';
import { invalidCreate } from '../faults/errors.ts';
import { sentAt } from '../faults/missing.ts';
import { patientBase } from '../record/patient-record.ts';
import type { Patient } from '../record/patient.ts';
import type { Change } from '../update/change.ts';
import { brokenRule } from '../update/rules.ts';
import { isEmail } from '../record/telecom-values.ts';

interface Reading {
  /** `yyyy-mm-dd` by the workspace's clock. */
  readonly today: string;
  /** Where in the request the person stands. The service names it for what its schema refuses, and for nothing else. */
  readonly below: string;
}

/** The parts that the service looks at before any other, whatever else is wrong. */
export function misshapenPart(person: Json, { today, below }: Reading): Problem | undefined {
  const addresses = sentAt(person, 'address');
  const [address] = isArray(addresses) ? addresses : [];
  if (address !== undefined && !isObject(address)) return invalidValue(address, `${below}address/0`);
  if (address !== undefined && sentAt(address, 'period') === undefined) return missingValue('address/0/period');
  const given = sentAt(person, 'name/0/given');
  if (given !== undefined && !isArray(given)) return invalidValue(given, `${below}name/0/given`);
  const gender = sentAt(person, 'gender');
  if (gender !== undefined && !settable.has(gender)) return invalidValue(gender, 'gender');
  const born = sentAt(person, 'birthDate');
  const isBorn = typeof born === 'string' && isRealDate(born) && born <= today;
  return born === undefined || isBorn ? undefined : invalidValue(born, 'birthDate');
}

/** `other` can be read, never set. */
const settable: ReadonlySet<Json> = new Set<Json>(['male', 'female', 'unknown']);

/** Members whose rules an update and a registration share. */
const checkedLikeAnUpdate = ['name', 'address', 'telecom', 'extension'].map(
  (root) => ({ op: 'add', path: `/${root}/-`, tokens: [root, '-'] }) as const,
);

/** What no schema can say. Empty lines of addresses are still in their places. */
export function registrationProblem(person: Patient, { today, population }: Pick<Change, 'today' | 'population'>): Problem | undefined {
  const usual = person.name?.find(({ use }) => use === 'usual');
  if (usual?.period?.end !== undefined) return invalidCreate('An end date can not be provided on usual name');
  const dateless = person.address?.findIndex(({ period }) => period === undefined) ?? -1;
  if (dateless >= 0) return missingValue(`address/${dateless}/period`);
  if (person.telecom?.some(({ system, value }) => system === 'email' && !isEmail(value))) return invalidCreate('email format is invalid');
  const before = patientBase('', { version: '0', restricted: false });
  const broken = brokenRule({ before, after: withoutCounties(person), today, population }, checkedLikeAnUpdate);
  return broken && asOfACreate(broken);
}

/** The published registration has a fifth line and no key of the Postcode Address File, which an update refuses. */
function withoutCounties({ address, ...person }: Patient): Patient {
  return {
    ...person,
    ...(address && { address: address.map((each) => ({ ...each, ...(each.line && { line: each.line.slice(0, 4) }) })) }),
  };
}

/** The service has published the words of few of these rules, and only for updates: the code is the registration's, the reason the update's. */
function asOfACreate(problem: Problem): Problem {
  if (problem.said?.code !== 'INVALID_UPDATE' && problem.said?.code !== 'FORBIDDEN_UPDATE') return problem;
  const reason = (text: string): string => text.replace(/^\w+ update with error - (Invalid patch - )?/, '');
  return echoing(invalidCreate(reason(problem.said.diagnostics ?? '')), reason(problem.message));
}
