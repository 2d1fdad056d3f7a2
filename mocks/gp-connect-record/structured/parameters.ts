/** Reads the Parameters of a request, in the order in which GP systems look at them. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import { isRealDate } from '../../../src/fhir/instant.ts';
import { system } from '../../../src/fhir/clinical/systems.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import type { IsoDate } from '../../../src/population.ts';
import { readsBy } from '../../gp-practice/readings.ts';
import { invalidParameter, invalidResource, invalidSystem } from '../faults.ts';
import type { Asked, ProblemsAsked, Span } from './asked.ts';

/** Reads the value of a part; undefined where it is not what the part takes. */
type Reader = (part: JsonObject, today: IsoDate) => Json | Span | undefined;

const flag: Reader = ({ valueBoolean }) => (typeof valueBoolean === 'boolean' ? valueBoolean : undefined);
/** The published example has a code in a member that FHIR has not. */
const oneOf =
  (codes: readonly string[]): Reader =>
  ({ valueCode, value }) =>
    codes.find((code) => code === (valueCode ?? value));
const dayUntilToday = (value: Json | undefined, today: IsoDate): IsoDate | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isRealDate(value) && value <= today ? value : undefined;
const day: Reader = ({ valueDate }, today) => dayUntilToday(valueDate, today);
const count: Reader = ({ valuePositiveInt, valueInteger }) => {
  const number = valuePositiveInt ?? valueInteger;
  return typeof number === 'number' && Number.isInteger(number) && number > 0 ? number : undefined;
};

const span: Reader = ({ valuePeriod }, today) => {
  if (!isObject(valuePeriod)) return undefined;
  const { start, end } = valuePeriod;
  const [from, to] = [dayUntilToday(start, today), dayUntilToday(end, today)];
  if ((start !== undefined && from === undefined) || (end !== undefined && to === undefined)) return undefined;
  if (from !== undefined && to !== undefined && from > to) return undefined;
  return { ...(from !== undefined && { start: from }), ...(to !== undefined && { end: to }) };
};

export const prescriptionTypes = ['acute', 'repeat', 'repeat-dispensing', 'delayed-prescribing', 'acute-handwritten'];
const type = oneOf(prescriptionTypes);

type Parts = Readonly<Record<string, Reader>>;

const areas: Readonly<Record<string, Parts>> = {
  includeAllergies: { includeResolvedAllergies: flag },
  includeMedication: {
    includePrescriptionIssues: flag,
    medicationSearchFromDate: day,
    filterPrescriptionType: type,
    prescriptionType: type,
  },
  includeConsultations: { consultationSearchPeriod: span, includeNumberOfMostRecent: count },
  includeProblems: { filterStatus: oneOf(['active', 'inactive']), filterSignificance: oneOf(['major', 'minor']) },
  includeImmunisations: { includeNotGiven: flag, includeStatus: flag },
  includeInvestigations: { investigationSearchPeriod: span },
};

/** Areas of the contract of 2023. */
const withdrawn: Readonly<Record<string, Parts>> = {
  includeReferrals: { referralSearchPeriod: span },
  includeUncategorisedData: { uncategorisedDataSearchPeriod: span },
};

/** The other spelling, which an example of the contract has. */
const spelt = (name: string): string => (name === 'includeImmunizations' ? 'includeImmunisations' : name);

/** The number that is asked about, or what is wrong with how it is given. */
export function numberAsked(body: Json | undefined): string | Problem {
  if (!isObject(body) || body['resourceType'] !== 'Parameters' || !isArray(body['parameter']))
    return invalidResource('The body must be a Parameters resource.');
  const numbers = body['parameter'].filter((each) => isObject(each) && each['name'] === 'patientNHSNumber');
  if (numbers.length !== 1) return invalidParameter(numbers.length === 0 ? 'patientNHSNumber is missing.' : repeated('patientNHSNumber'));
  const [first] = numbers;
  const identifier = isObject(first) ? first['valueIdentifier'] : undefined;
  if (!isObject(identifier)) return invalidParameter('patientNHSNumber must have a valueIdentifier.');
  return identifier['system'] === system.nhsNumber ? String(identifier['value'] ?? '') : invalidSystem;
}

const repeated = (name: string): string => `Repeated Parameter : ${name}`;

interface Read {
  readonly name: string;
  /** In order of their names, each with all of its values. */
  readonly parts: ReadonlyMap<string, readonly (Json | Span)[]>;
}

/** `keeps` are the names of areas that the practice does not show. */
export function readAsked(call: AnyCall, body: Json | undefined, keeps: readonly string[]): Asked | Problem {
  const sent = isObject(body) && isArray(body['parameter']) ? body['parameter'] : [];
  const isOf2023 = readsBy(call, '2023');
  const known = isOf2023 ? { ...areas, ...withdrawn } : areas;
  const unknown: string[] = [];
  const read: Read[] = [];
  for (const parameter of sent) {
    if (!isObject(parameter)) return invalidResource('Each parameter must be an object.');
    const given = parameter['name'];
    if (typeof given !== 'string' || given === '') return invalidResource('Each parameter must have a name.');
    if (given === 'patientNHSNumber') continue;
    const name = spelt(given);
    if (Object.hasOwn(withdrawn, name) && !isOf2023 && !readsBy(call, 'published'))
      return invalidParameter(`${given} was withdrawn from the contract; Prefer: contract=2023 asks for it.`);
    const parts = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!parts) {
      unknown.push(given);
      continue;
    }
    const area = readArea(call, parameter, { name, given, parts });
    if ('problem' in area) return area;
    if (name !== 'includeProblems' && read.some((one) => one.name === name)) return invalidParameter(repeated(given));
    unknown.push(...area.unknown);
    read.push(area);
  }
  const isKept = ({ name }: Read): boolean => keeps.includes(name);
  const disabled = read.filter(isKept).map(({ name }) => name);
  return combined(call, read) ?? { ...asAsked(read.filter((area) => !isKept(area))), unknown, disabled };
}

interface Area {
  readonly name: string;
  readonly given: string;
  readonly parts: Parts;
}

function readArea(call: AnyCall, parameter: JsonObject, { name, given, parts }: Area): (Read & { unknown: readonly string[] }) | Problem {
  const sent = parameter['part'] ?? [];
  if (!isArray(sent)) return invalidResource(`The parts of ${given} must be a list.`);
  const found = new Map<string, (Json | Span)[]>();
  const unknown: string[] = [];
  for (const part of sent) {
    const partName = isObject(part) ? part['name'] : undefined;
    if (!isObject(part) || typeof partName !== 'string') return invalidResource(`Each part of ${given} must have a name.`);
    const read = Object.hasOwn(parts, partName) ? parts[partName] : undefined;
    if (!read) {
      unknown.push(`${given}.${partName}`);
      continue;
    }
    const value = read(part, call.population.asOf);
    if (value === undefined) return wrong(call, `${given}.${partName} has no value that it can have.`);
    const earlier = found.get(partName);
    if (earlier && read !== type) return invalidResource(`${given}.${partName} can be given once.`);
    found.set(partName, [...(earlier ?? []), value]);
  }
  if (name === 'includeAllergies' && !found.has('includeResolvedAllergies'))
    return wrong(call, 'includeAllergies must have includeResolvedAllergies.');
  if (found.has('consultationSearchPeriod') && found.has('includeNumberOfMostRecent'))
    return invalidResource('includeConsultations can have a period or a number, and not both.');
  return { name, parts: found, unknown };
}

/** The table of the published contract has another status for these. */
const wrong = (call: AnyCall, message: string): Problem => invalidParameter(message, readsBy(call, 'published') ? 404 : 422);

/** Parts that other areas have no use for, where these are asked for. */
const withoutOthers = ['medicationSearchFromDate', 'includeNotGiven', 'includeStatus'];
const filters = ['filterStatus', 'filterSignificance'];

function combined(call: AnyCall, read: readonly Read[]): Problem | undefined {
  const has = (name: string): boolean => read.some((one) => one.name === name);
  const forbidden = [
    ...(has('includeConsultations') || has('includeProblems') ? withoutOthers : []),
    ...(has('includeConsultations') ? filters : []),
  ];
  const found = forbidden.find((name) => read.some(({ parts }) => parts.has(name)));
  if (found === undefined) return undefined;
  const beside = has('includeConsultations') ? 'includeConsultations' : 'includeProblems';
  call.note(
    'The published example of a request for the whole record has such parts, and the published table of faults and the providers’ tests refuse them: leave them out, or ask for the areas apart.',
  );
  return wrong(call, `${found} cannot be given together with ${beside}.`);
}

function asAsked(read: readonly Read[]): Omit<Asked, 'unknown' | 'disabled'> {
  const partsOf = (name: string) => read.find((one) => one.name === name)?.parts;
  const spanOf = (parts: Read['parts'], name: string): { readonly span?: Span } => {
    const [value] = parts.get(name) ?? [];
    return isSpan(value) ? { span: value } : {};
  };
  const [allergies, medication, consultations, immunisations, investigations, referrals, uncategorised] = [
    'includeAllergies',
    'includeMedication',
    'includeConsultations',
    'includeImmunisations',
    'includeInvestigations',
    'includeReferrals',
    'includeUncategorisedData',
  ].map(partsOf);
  const problems = read.filter(({ name }) => name === 'includeProblems');
  const [from] = medication?.get('medicationSearchFromDate') ?? [];
  const [latest] = consultations?.get('includeNumberOfMostRecent') ?? [];
  return {
    ...(allergies && { allergies: { withEnded: isOn(allergies, 'includeResolvedAllergies', false) } }),
    ...(medication && {
      medication: {
        withIssues: isOn(medication, 'includePrescriptionIssues', true),
        ...(typeof from === 'string' && { from }),
        types: [...(medication.get('filterPrescriptionType') ?? []), ...(medication.get('prescriptionType') ?? [])].map(String),
      },
    }),
    ...(consultations && {
      consultations: { ...spanOf(consultations, 'consultationSearchPeriod'), ...(typeof latest === 'number' && { latest }) },
    }),
    ...(problems.length > 0 && { problems: problems.map(filtersOf) }),
    ...(immunisations && { immunisations: { withNotGiven: isOn(immunisations, 'includeNotGiven', false) } }),
    ...(investigations && { investigations: spanOf(investigations, 'investigationSearchPeriod') }),
    ...(referrals && { referrals: spanOf(referrals, 'referralSearchPeriod') }),
    ...(uncategorised && { uncategorised: spanOf(uncategorised, 'uncategorisedDataSearchPeriod') }),
  };
}

const isSpan = (value: Json | Span | undefined): value is Span => typeof value === 'object' && value !== null && !Array.isArray(value);

const isOn = (parts: Read['parts'], name: string, otherwise: boolean): boolean => (parts.get(name)?.[0] ?? otherwise) === true;

function filtersOf({ parts }: Read): ProblemsAsked {
  const [status] = parts.get('filterStatus') ?? [];
  const [significance] = parts.get('filterSignificance') ?? [];
  return {
    ...((status === 'active' || status === 'inactive') && { status }),
    ...((significance === 'major' || significance === 'minor') && { significance }),
  };
}
