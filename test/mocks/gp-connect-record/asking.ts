/** Ways to ask for records and documents, for tests. */
import type { ApiSandbox, Loose } from '../../sandbox.ts';

export type RecordSandbox = ApiSandbox<'gp-connect-record'>;

export const id = '00000000-0000-4000-8000-000000000001';
export const header = { 'X-Request-ID': id };
export const operation = '/Patient/$gpc.getstructuredrecord';
const system = 'https://fhir.nhs.uk/Id/nhs-number';

export interface Part {
  readonly name: string;
  readonly [value: string]: unknown;
}

/** An area, with parts where there are any. */
export const area = (name: string, ...part: readonly Part[]): Part => ({ name, ...(part.length > 0 && { part }) });
export const allergies = area('includeAllergies', { name: 'includeResolvedAllergies', valueBoolean: true });

export const about = (
  value: string,
  ...areas: readonly Part[]
): { readonly resourceType: string; readonly parameter: readonly Part[] } => ({
  resourceType: 'Parameters',
  parameter: [{ name: 'patientNHSNumber', valueIdentifier: { system, value } }, ...areas],
});

export const everyArea: readonly Part[] = [
  allergies,
  area('includeMedication'),
  area('includeConsultations'),
  area('includeProblems'),
  area('includeImmunisations'),
  area('includeInvestigations'),
];

export interface Told {
  readonly status: number;
  readonly resources: readonly Loose[];
}

export async function asked({ call }: RecordSandbox, body: unknown, headers: Record<string, string> = {}): Promise<Told> {
  const answer = await call('POST', operation, { headers: { ...header, ...headers }, body });
  const entries = (answer.body['entry'] ?? []) as unknown as readonly { readonly resource: Loose }[]; // as a Bundle has them
  return { status: answer.status, resources: entries.map(({ resource }) => resource) };
}

export const ofType = ({ resources }: Told, type: string): readonly Loose[] =>
  resources.filter(({ resourceType }) => String(resourceType) === type);

/** What the entries of a List refer to. */
export const itemsOf = (list: Loose | undefined): readonly string[] =>
  ((list?.['entry'] ?? []) as unknown as readonly { readonly item: { readonly reference: string } }[]).map(({ item }) => item.reference);

export const listTitled = (told: Told, title: string): Loose | undefined =>
  ofType(told, 'List').find((list) => String(list['title']) === title);

export const said = ({ status, body }: { readonly status: number; readonly body: Loose }): readonly unknown[] => [
  status,
  body['issue']?.[0]?.['details']?.['coding']?.[0]?.['code'],
];

/** References of a Bundle that lead nowhere, and resources that are in it twice. */
export function brokenIn(resources: readonly Loose[]): readonly string[] {
  const names = resources.flatMap(({ resourceType, id: own }) => (own === undefined ? [] : [`${String(resourceType)}/${String(own)}`]));
  const twice = names.filter((name, n) => names.indexOf(name) !== n);
  const known = new Set(names);
  const named = [...JSON.stringify(resources).matchAll(/"reference":"([^#"]+)"/g)].map(([, reference = '']) => reference);
  return [...twice, ...named.filter((reference) => !known.has(reference))];
}

export const documentsQuery = (nhsNumber: string): string =>
  [
    `patientNHSNumber=${nhsNumber}`,
    '_include=DocumentReference:subject:Patient',
    '_include=DocumentReference:custodian:Organization',
    '_include=DocumentReference:author:Organization',
    '_include=DocumentReference:author:Practitioner',
    '_revinclude:recurse=PractitionerRole:practitioner',
  ].join('&');

export async function documentsOf(
  { call }: RecordSandbox,
  nhsNumber: string,
  more = '',
): Promise<{ readonly status: number; readonly body: Loose }> {
  const found = await call('GET', `/documents/Patient/${nhsNumber}`, { headers: header });
  const patient = String(found.body['entry']?.[0]?.['resource']?.['id']);
  return call('GET', `/Patient/${patient}/DocumentReference?${documentsQuery(nhsNumber)}${more}`, { headers: header });
}
