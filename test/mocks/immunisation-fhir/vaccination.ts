/** A vaccination as a supplier sends it, and what a sandbox answers to one. */
import { given } from '../../given.ts';
import { sandboxesFor, type ApiSandbox, type Loose } from '../../sandbox.ts';

export const open = await sandboxesFor('immunisation-fhir');
export type Opened = ApiSandbox<'immunisation-fhir'>;

const ods = (value: string) => ({ identifier: { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value } });
export const snomed = (code: string) => ({ coding: [{ system: 'http://snomed.info/sct', code }] });
export const procedureUrl = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-VaccinationProcedure';
export const numberSystem = 'https://fhir.nhs.uk/Id/nhs-number';
export const ofPatient = (number: string, more = '-immunization.target=FLU'): string =>
  `/Immunization?patient.identifier=${numberSystem}|${number}&${more}`;
export const influenza = '6142004';
/** The patient of the vaccinations below. */
export const ruth = '9990000018';

export const patient = {
  resourceType: 'Patient',
  id: 'Pat1',
  identifier: [{ system: numberSystem, value: ruth }],
  name: [{ family: 'Hawfinch', given: ['Ruth'] }],
  gender: 'female',
  birthDate: '1979-04-02',
  address: [{ postalCode: 'LS1 6AE' }],
};
export const practitioner = { resourceType: 'Practitioner', id: 'Pract1', name: [{ family: 'Plover', given: ['Anjali'] }] };

export const identifier = { system: 'https://supplier.example/vaccinations', value: 'FLU-1' };
export const byIdentifier = `/Immunization?identifier=${identifier.system}|${identifier.value}`;

/** Members that are undefined are left out. */
export const vaccination = (changes: Readonly<Record<string, unknown>> = {}) => ({
  resourceType: 'Immunization',
  contained: [practitioner, patient],
  extension: [{ url: procedureUrl, valueCodeableConcept: snomed('822851000000102') }],
  identifier: [identifier],
  status: 'completed',
  vaccineCode: snomed('39566211000001103'),
  patient: { reference: '#Pat1' },
  occurrenceDateTime: '2025-12-01T10:15:00+00:00',
  recorded: '2025-12-01',
  primarySource: true,
  location: ods('Y12345'),
  lotNumber: 'TP2075',
  performer: [{ actor: { reference: '#Pract1' } }, { actor: { type: 'Organization', ...ods('Y12345') } }],
  protocolApplied: [{ targetDisease: [snomed(influenza)], doseNumberPositiveInt: 1 }],
  ...changes,
});

export const against = (...diseases: readonly string[]) => ({
  protocolApplied: [{ targetDisease: diseases.map(snomed), doseNumberPositiveInt: 1 }],
});

export interface Request {
  readonly body?: unknown;
  readonly version?: string;
  readonly form?: string;
  /** What the application may do, in strict access. */
  readonly may?: readonly string[];
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Loose;
}

export async function send(sandbox: Opened, line: string, { body, version, form, may }: Request = {}): Promise<Answered> {
  const [method = '', path = ''] = line.split(/ (.*)/);
  const type = form === undefined ? 'application/fhir+json' : 'application/x-www-form-urlencoded';
  const sent = form ?? (typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body));
  const token = may && given(sandbox, { permissions: { 'immunisation-fhir': may } }).token;
  const response = await sandbox.request(sandbox.contract.basePath + path, {
    method,
    headers: {
      ...(sent !== undefined && { 'Content-Type': type }),
      ...(version !== undefined && { 'E-Tag': version }),
      ...(token !== undefined && { Authorization: `Bearer ${token}`, 'X-Sandbox-Access': 'strict' }),
    },
    ...(sent !== undefined && { body: sent }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? {} : JSON.parse(text) };
}

/** Records one, and gives its path. */
export async function recorded(sandbox: Opened, changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { status, headers, body } = await send(sandbox, 'POST /Immunization', { body: vaccination(changes) });
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
  return `/Immunization/${headers.get('location')?.split('/').at(-1) ?? ''}`;
}

export const idIn = (path: string): string => path.split('/').at(-1) ?? '';

/** `400 INVALID`, and the text. */
export function saidBy({ status, body }: Answered): readonly unknown[] {
  const { details, diagnostics } = body['issue']?.[0] ?? {};
  return [status, details?.['coding']?.[0]?.['code'], diagnostics];
}
