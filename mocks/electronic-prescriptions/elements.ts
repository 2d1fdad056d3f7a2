/** What the validator finds in the resources of a message: elements that they must have, codes that must be among some, dates that must be dates. */
import type { Json, JsonObject } from '../../src/contract/contract.ts';
import { isNhsNumber } from '../../src/fhir/nhs-number.ts';
import { system } from '../../src/fhir/clinical/systems.ts';
import type { MessageIssue } from './issues.ts';
import { entriesOf, identifierIn, type Placed } from './message.ts';

/** One of several, where they stand between bars. */
const required: Readonly<Partial<Record<string, readonly string[]>>> = {
  MessageHeader: ['eventCoding|eventUri', 'source'],
  MedicationRequest: ['status', 'intent', 'medicationCodeableConcept|medicationReference', 'subject'],
  MedicationDispense: ['status', 'medicationCodeableConcept|medicationReference'],
  Provenance: ['target', 'recorded', 'agent'],
};

const known: Readonly<Partial<Record<string, RegExp>>> = {
  'MedicationRequest.status': /^(?:active|on-hold|cancelled|completed|entered-in-error|stopped|draft|unknown)$/,
  'MedicationRequest.intent': /^(?:proposal|plan|order|original-order|reflex-order|filler-order|instance-order|option)$/,
  'Patient.gender': /^(?:male|female|other|unknown)$/,
};

/** Whichever resource they are in. */
const dates: ReadonlySet<string> = new Set(['authoredOn', 'birthDate', 'whenHandedOver', 'whenPrepared', 'recorded']);
const dateTime =
  /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:([0-5]\d|60)(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?)?)?$/;

export const elementFaults = (body: Json | undefined): readonly MessageIssue[] => entriesOf(body).flatMap(faultsOf);

const wrong = (at: string, name: string, diagnostics: string): MessageIssue => ({
  severity: 'error',
  code: 'processing',
  diagnostics,
  expression: `${at}.${name}`,
});

function faultsOf({ resource, at }: Placed): readonly MessageIssue[] {
  const type = String(resource['resourceType']);
  return [
    ...(Object.hasOwn(required, type) ? (required[type] ?? []) : []).flatMap((either) => missing(resource, { type, at, either })),
    ...Object.keys(resource).flatMap((name) => wrongElement(resource[name], { type, at, name })),
    ...(type === 'Patient' && !isNhsNumber(identifierIn(resource, system.nhsNumber) ?? '')
      ? [wrong(at, 'identifier', 'Patient.identifier: there is no valid NHS number')]
      : []),
  ];
}

interface Where {
  readonly type: string;
  readonly at: string;
}

function missing(resource: JsonObject, { type, at, either }: Where & { readonly either: string }): readonly MessageIssue[] {
  const names = either.split('|');
  if (names.some((name) => resource[name] !== undefined)) return [];
  return [wrong(at, names[0] ?? '', `${type}.${names.join(' or ')}: minimum required = 1, but only found 0`)];
}

function wrongElement(value: Json | undefined, { type, at, name }: Where & { readonly name: string }): readonly MessageIssue[] {
  const among = Object.hasOwn(known, `${type}.${name}`) ? known[`${type}.${name}`] : undefined;
  if (value === null) return [wrong(at, name, `${type}.${name}: null is no value in FHIR`)];
  if (among && !among.test(String(value)))
    return [wrong(at, name, `The value of ${type}.${name} is not in the value set that is required there`)];
  return dates.has(name) && !dateTime.test(String(value)) ? [wrong(at, name, `${type}.${name}: Not a valid date/time format`)] : [];
}
