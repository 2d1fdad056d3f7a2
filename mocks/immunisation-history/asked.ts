/** What is asked of somebody's history, checked in the order of the service. */
import type { Json } from '../../src/contract/contract.ts';
import { isNhsNumber } from '../../src/fhir/nhs-number.ts';
import { isRealDate } from '../../src/fhir/instant.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';

export interface Asked {
  readonly version: '1' | '2';
  readonly nhsNumber: string;
  readonly target: string;
  readonly from: string;
  readonly to: string;
}

/** The targets, and the words for the same vaccines in records. */
export const targets: Readonly<Record<string, string>> = { COVID19: 'COVID', FLU: 'FLU', HPV: 'HPV' };
const vaccinationAgainstCoronavirus = '90640007';

export const nhsNumberIn = (identifier: Json | undefined): string | undefined => /\|(\d{10})$/.exec(String(identifier ?? ''))?.[1];

const refused = (problem: Problem['problem'], diagnostics: string): Problem => ({ problem, message: diagnostics, said: { diagnostics } });
const missing = (name: string): Problem => refused('missing-value', `Missing required request parameters: [${name}]`);
const invalid = (what: string): Problem => refused('invalid-value', `Invalid request parameters: ${what}`);

/** The first is what is answered where nobody says. */
function versionIn(accept: string | undefined): '1' | '2' | undefined {
  const named = /;\s*version\s*=\s*"?([^\s;,"]*)/i.exec(accept ?? '')?.[1] ?? '1';
  const major = /^(\d+)(?:\.\d+)*$/.exec(named)?.[1];
  return major === '1' || major === '2' ? major : undefined;
}

export function asked(call: AnyCall): Asked | Problem {
  const sent = new URLSearchParams(call.search);
  const version = versionIn(call.header('Accept'));
  if (version === undefined) return refused('invalid-value', 'Invalid version');
  const identifier = sent.get('patient.identifier') ?? '';
  if (identifier === '') return missing('patient.identifier');
  const nhsNumber = /^https:\/\/fhir\.nhs\.uk\/Id\/nhs-number\|(\d{10})$/.exec(identifier)?.[1] ?? '';
  if (!isNhsNumber(nhsNumber)) return invalid('[patient.identifier]');
  const target = targetIn(sent);
  if (target === undefined)
    return refused('invalid-value', 'Missing or invalid required request parameters: [procedure-code:below] OR [immunization.target]');
  const from = sent.get('date.from') ?? '1900-01-01';
  if (!isRealDate(from)) return invalid('[date.from]');
  const to = sent.get('date.to') ?? '9999-12-31';
  if (!isRealDate(to)) return invalid('[date.to]');
  if (from > to) return invalid('[date.from] is greater than [date.to]');
  const include = sent.get('_include') ?? '';
  if (include === '') return missing('_include');
  return include === 'Immunization:patient' ? { version, nhsNumber, target, from, to } : invalid('[_include]');
}

/** One of the two parameters, and not both. */
function targetIn(sent: URLSearchParams): string | undefined {
  const [code, target] = [sent.get('procedure-code:below') ?? '', sent.get('immunization.target') ?? ''];
  if (code !== '') return target === '' && code === vaccinationAgainstCoronavirus ? 'COVID19' : undefined;
  return Object.hasOwn(targets, target) ? target : undefined;
}
