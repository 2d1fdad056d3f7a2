/** What a search asks: its parameters as they were sent, in the address and in the form alike, checked in the order of the service. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Fault, Problem } from '../../../src/mock/problem.ts';
import { isNhsNumber } from '../../../src/fhir/nhs-number.ts';
import { isRealDate } from '../../../src/fhir/instant.ts';
import { system } from '../../../src/fhir/clinical/systems.ts';
import { isVaccine, vaccines, vaccinesAgainst } from '../../vaccinations.ts';
import { supplier } from '../access.ts';
import { invalid } from '../problems.ts';
import type { Identifier } from '../record/told.ts';

export interface IdentifierSearch {
  readonly by: 'identifier';
  readonly identifier: Identifier;
  readonly elements?: readonly string[];
}

export interface PatientSearch {
  readonly by: 'patient';
  readonly nhsNumber: string;
  readonly vaccines: readonly string[];
  readonly from?: string;
  readonly to?: string;
  /** What it is to be known of the search besides what it finds. */
  readonly warnings: readonly string[];
  /** As the link to itself has it. */
  readonly sought: readonly [name: string, value: string];
}

export type Search = IdentifierSearch | PatientSearch;

const ofPatients = ['patient.identifier', '-immunization.target', 'target-disease', '-date.from', '-date.to', '_include'];
const known = new Set([...ofPatients, 'identifier', '_elements']);

/** An empty value is none, but of these, which have a few words of their own. */
const closed = new Set(['_include', '_elements']);

type Sent = ReadonlyMap<string, readonly string[]>;

/** Each once, its values between commas. */
function sentBy({ search, binary }: AnyCall): Sent | Problem {
  const form = binary ? [...new URLSearchParams(new TextDecoder().decode(binary.bytes))] : [];
  const sent = new Map<string, readonly string[]>();
  for (const [name, text] of [...new URLSearchParams(search), ...form]) {
    if (!known.has(name)) continue;
    if (sent.has(name)) return invalid('Parameters may not be duplicated. Use commas for "or".');
    const values = text.split(',').map((value) => value.trim());
    sent.set(name, closed.has(name) ? values : values.filter((value) => value !== ''));
  }
  return sent;
}

export function asked(call: AnyCall): Search | Problem {
  const search = askedIn(call);
  return 'problem' in search && call.binary && search.faults ? { ...search, faults: search.faults.map(inForm) } : search;
}

const inForm = ({ name = '', keyword, message }: Fault): Fault => ({
  in: 'body',
  of: 'form member',
  pointer: `/${name}`,
  keyword,
  message,
});

/** What is wrong, and with which parameter. */
const wrong = (name: string, diagnostics: string): Problem => ({
  ...invalid(diagnostics),
  faults: [{ in: 'query', name, pointer: '', keyword: 'rule', message: 'is not what the service takes' }],
});

const wrongIdentifier = wrong(
  'identifier',
  'Search parameter identifier must have one value and must be in the format of "identifier.system|identifier.value" "http://xyz.org/vaccs|2345-gh3s-r53h7-12ny"',
);

function askedIn(call: AnyCall): Search | Problem {
  const sent = sentBy(call);
  if ('problem' in sent) return sent;
  if (sent.size === 0) return invalid('No parameter provided. Search using either identifier or patient.identifier');
  if (sent.has('target-disease') && (sent.has('-immunization.target') || sent.has('identifier')))
    return invalid('Search parameter target-disease cannot be used with -immunization.target or identifier. Use one search type only.');
  const unknown = supplier(call);
  if (unknown) return unknown;
  return sent.has('identifier') || sent.has('_elements') ? byIdentifier(sent) : byPatient(sent);
}

function byIdentifier(sent: Sent): IdentifierSearch | Problem {
  if (sent.has('identifier') && sent.has('patient.identifier'))
    return invalid('Search parameter should have either identifier or patient.identifier');
  if (ofPatients.some((name) => sent.has(name))) return invalid('Identifier search included patient.identifier search parameters');
  const [identifier, ...others] = sent.get('identifier') ?? [];
  const elements = sent.get('_elements');
  if (identifier === undefined)
    return elements && !sent.has('identifier')
      ? wrong('_elements', 'Search parameter _elements must have the following parameter: identifier')
      : wrongIdentifier;
  const [, of = '', value = ''] = /^([^|\s]+)\|([^|\s]+)$/.exec(identifier) ?? [];
  if (others.length > 0 || value === '') return wrongIdentifier;
  if (elements?.some((element) => element !== 'id' && element !== 'meta'))
    return wrong('_elements', '_elements must be one or more of the following: id,meta');
  return { by: 'identifier', identifier: { system: of, value }, ...(elements && { elements }) };
}

function byPatient(sent: Sent): PatientSearch | Problem {
  const patients = sent.get('patient.identifier') ?? [];
  if (patients.length !== 1) return wrong('patient.identifier', 'Search parameter patient.identifier must have one value.');
  const [of, nhsNumber = '', ...more] = patients[0]?.split('|') ?? [];
  if (of !== system.nhsNumber || nhsNumber === '' || more.length > 0)
    return wrong(
      'patient.identifier',
      `patient.identifier must be in the format of "${system.nhsNumber}|{NHS number}" e.g. "${system.nhsNumber}|9000000009"`,
    );
  if (!isNhsNumber(nhsNumber)) return wrong('patient.identifier', 'Search parameter patient.identifier must be a valid NHS number.');
  const sought = sent.has('target-disease') ? diseasesSought(sent) : targetsSought(sent);
  if ('problem' in sought) return sought;
  const [from, to] = [sent.get('-date.from'), sent.get('-date.to')];
  const notDay = wrongDate('-date.from', from) ?? wrongDate('-date.to', to);
  if (notDay) return notDay;
  const [first, last] = [from?.[0], to?.[0]];
  const include = sent.get('_include');
  if (include && include.join() !== 'Immunization:patient')
    return wrong('_include', "Search parameter _include may only be 'Immunization:patient' if provided.");
  if (first !== undefined && last !== undefined && first > last)
    return wrong('-date.from', 'Search parameter -date.from must be before -date.to');
  return { by: 'patient', nhsNumber, ...sought, ...(first !== undefined && { from: first }), ...(last !== undefined && { to: last }) };
}

type Sought = Pick<PatientSearch, 'vaccines' | 'warnings' | 'sought'>;

function targetsSought(sent: Sent): Sought | Problem {
  const name = '-immunization.target';
  const targets = [...new Set(sent.get(name))];
  if (targets.length === 0) return wrong(name, `Search parameter ${name} must have one or more values.`);
  const [valid, others] = [targets.filter(isVaccine), targets.filter((target) => !isVaccine(target))];
  if (valid.length === 0) return wrong(name, `${name} must be one or more of the following: ${Object.keys(vaccines).join(', ')}`);
  const warning = `Your search included invalid ${name} value(s) that were ignored: ${others.join(', ')}. The search was performed using the valid value(s) only.`;
  return { vaccines: valid, warnings: others.length > 0 ? [warning] : [], sought: [name, valid.join(',')] };
}

/** A code that no vaccine is against is warned of. Where that is so of all of them, nothing can be found. */
function diseasesSought(sent: Sent): Sought | Problem {
  const name = 'target-disease';
  const values = [...new Set(sent.get(name))];
  const codes = values.map((value) => /^http:\/\/snomed\.info\/sct\|(\S+)$/.exec(value)?.[1]);
  if (codes.length === 0 || codes.includes(undefined))
    return wrong(name, `Search parameter ${name} must be in the format "${system.snomed}|{SNOMED code}" e.g. "${system.snomed}|14189004"`);
  const those = codes.filter((code) => code !== undefined);
  if (!those.some((code) => /^\d{6,18}$/.test(code)))
    return wrong(name, `Search parameter ${name} must be one or more valid SNOMED codes from the supported target disease list.`);
  const against = those.flatMap(vaccinesAgainst);
  const warnings = those
    .filter((code) => vaccinesAgainst(code).length === 0)
    .map((code) => `Target disease code '${code}' is not a supported target disease in this service.`);
  const none = 'This service does not contain any vaccination types with the target disease requested.';
  return { vaccines: [...new Set(against)], warnings: against.length === 0 ? [none] : warnings, sought: [name, values.join(',')] };
}

function wrongDate(name: string, values: readonly string[] | undefined): Problem | undefined {
  if (values === undefined) return undefined;
  if (values.length > 1) return wrong(name, `Search parameter ${name} may have one value at most.`);
  return isRealDate(values[0] ?? '') ? undefined : wrong(name, `Search parameter ${name} must be in format: YYYY-MM-DD`);
}
