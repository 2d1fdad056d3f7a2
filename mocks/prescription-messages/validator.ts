/**
 * The FHIR validator in front of the rules, as far as it matters here: elements that a resource must have, codes that must be among some, and
 * dates, numbers and references that must be of their form. It says all that it finds. Who knows better may have it skipped.
 */
import type { Json, JsonObject } from '../../src/contract/contract.ts';
import { isArray, isObject } from '../../src/contract/json.ts';
import { isNhsNumber } from '../../src/fhir/nhs-number.ts';
import { eachOf, elementAt, stringAt } from '../../src/fhir/clinical/element.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import { identifierOf, nhsNumberSystem, type Placed } from './bundle.ts';
import { allRefused, type EpsIssue, type Refusal } from './issues.ts';

/** By the type of a resource: elements that must be there, one of several where they stand between bars. */
const required: Readonly<Record<string, readonly string[]>> = {
  MessageHeader: ['eventCoding|eventUri', 'source'],
  MedicationRequest: ['status', 'intent', 'medicationCodeableConcept|medicationReference', 'subject'],
  MedicationDispense: ['status', 'medicationCodeableConcept|medicationReference'],
  Provenance: ['target', 'recorded', 'agent'],
  Task: ['status', 'intent'],
  Claim: ['status', 'type', 'use', 'patient', 'created', 'provider', 'priority', 'insurance'],
};

const codes: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  MedicationRequest: {
    status: ['active', 'on-hold', 'cancelled', 'completed', 'entered-in-error', 'stopped', 'draft', 'unknown'],
    intent: ['proposal', 'plan', 'order', 'original-order', 'reflex-order', 'filler-order', 'instance-order', 'option'],
  },
  MedicationDispense: {
    status: ['preparation', 'in-progress', 'cancelled', 'on-hold', 'completed', 'entered-in-error', 'stopped', 'declined', 'unknown'],
  },
  Patient: { gender: ['male', 'female', 'other', 'unknown'] },
};

/** Elements that are dates, whichever resource they are in. */
const dates: ReadonlySet<string> = new Set(['authoredOn', 'birthDate', 'whenHandedOver', 'whenPrepared', 'recorded', 'created']);
const dateTime =
  /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:([0-5]\d|60)(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?)?)?$/;

const found = (severity: 'error' | 'information', text: string, expression: string, pointer: string): EpsIssue => ({
  severity,
  code: severity === 'error' ? 'processing' : 'informational',
  diagnostics: text,
  expression: [expression],
  why: text,
  pointer,
});

/** What is wrong with one resource, and what it would rather have. */
export function findingsIn({ resource, pointer }: Pick<Placed, 'resource' | 'pointer'>, path: string): readonly EpsIssue[] {
  const type = String(resource['resourceType']);
  const error = (text: string, name: string): EpsIssue => found('error', text, `${path}.${name}`, `${pointer}/${name}`);
  const findings: EpsIssue[] = [];
  for (const either of required[type] ?? []) {
    const names = either.split('|');
    if (!names.some((name) => resource[name] !== undefined && resource[name] !== null))
      findings.push(error(`${type}.${names.join(' or ')}: minimum required = 1, but only found 0`, names[0] ?? ''));
  }
  for (const [name, known] of Object.entries(codes[type] ?? {})) {
    const value = resource[name];
    if (value !== undefined && !known.includes(String(value)))
      findings.push(error(`The value of ${type}.${name} is not in the value set that is required there`, name));
  }
  for (const name of Object.keys(resource)) {
    const value = resource[name];
    if (value === null) findings.push(error(`${type}.${name}: null is no value in FHIR`, name));
    else if (dates.has(name) && !(typeof value === 'string' && dateTime.test(value)))
      findings.push(error(`${type}.${name}: Not a valid date/time format`, name));
  }
  if (type === 'Patient') findings.push(...numberFindings(resource, path, pointer));
  for (const identifier of eachOf(resource['identifier']))
    if (stringAt(identifier, 'value') === undefined)
      findings.push(error(`${type}.identifier.value: minimum required = 1, but only found 0`, 'identifier'));
  if (type !== 'Bundle' && type !== 'Parameters' && resource['text'] === undefined)
    findings.push(found('information', `${type}: a resource should have narrative for robust management`, path, pointer));
  return findings;
}

function numberFindings(patient: JsonObject, path: string, pointer: string): readonly EpsIssue[] {
  const number = identifierOf(patient, nhsNumberSystem);
  if (number !== undefined && isNhsNumber(number)) return [];
  return [found('error', 'Patient.identifier: there is no valid NHS number', `${path}.identifier`, `${pointer}/identifier`)];
}

const hasTrue = (call: Pick<AnyCall, 'header'>, name: string): boolean => call.header(name)?.trim().toLowerCase() === 'true';

/** Everything that the validator says of a resource that was sent, messages with all that is in them. */
export function findings(sent: JsonObject): readonly EpsIssue[] {
  const type = String(sent['resourceType']);
  const own = findingsIn({ resource: sent, pointer: '' }, type);
  if (type !== 'Bundle' && type !== 'Parameters') return own;
  const entries = type === 'Bundle' ? sent['entry'] : sent['parameter'];
  const inside = isArray(entries)
    ? entries.flatMap((entry, n) => {
        const place = `${type}.${type === 'Bundle' ? 'entry' : 'parameter'}[${n}]`;
        const resource = isObject(entry) ? entry['resource'] : undefined;
        if (!isObject(resource)) return type === 'Bundle' ? [noResource(place, n)] : [];
        return findingsIn(
          { resource, pointer: `/${type === 'Bundle' ? 'entry' : 'parameter'}/${n}/resource` },
          `${place}.resource.ofType(${String(resource['resourceType'])})`,
        );
      })
    : [];
  return [...own, ...(type === 'Bundle' ? ofBundle(sent) : []), ...inside];
}

const noResource = (place: string, n: number): EpsIssue =>
  found('error', 'Bundle.entry.resource: minimum required = 1, but only found 0', place, `/entry/${n}`);

function ofBundle(bundle: JsonObject): readonly EpsIssue[] {
  const first: Json | undefined = isArray(bundle['entry']) ? bundle['entry'][0] : undefined;
  return [
    ...(bundle['type'] === 'message' ? [] : [found('error', 'Bundle.type must be message', 'Bundle.type', '/type')]),
    ...(first !== undefined && elementAt(first, 'resource', 'resourceType') !== 'MessageHeader'
      ? [found('error', 'The first entry in a message must be a MessageHeader', 'Bundle.entry[0]', '/entry/0')]
      : []),
  ];
}

/** A request is refused for errors alone; what else there is to say is said with them, where that is wanted. */
export function refusedByValidator(call: Pick<AnyCall, 'header'>, sent: JsonObject): Refusal | undefined {
  if (hasTrue(call, 'x-skip-validation')) return undefined;
  const all = findings(sent);
  if (!all.some(({ severity }) => severity === 'error')) return undefined;
  return allRefused(hasTrue(call, 'x-show-validation-warnings') ? all : all.filter(({ severity }) => severity === 'error'));
}
