/** Patches of somebody's record, and what is said of those that are refused. */
import type { Answer } from '../../../sandbox.ts';
import { demographics, faultOf } from '../demographics.ts';
import { somebody } from '../people.ts';

export const id = somebody.nhsNumber;
export const { version } = somebody;
export const name = somebody.names[0];
export const home = somebody.addresses[0];

/** Status, code and diagnostics. */
export const said = async (answer: Promise<Answer>): Promise<unknown[]> => {
  const { status, code, diagnostics } = faultOf(await answer);
  return diagnostics === undefined ? [status, code] : [status, code, diagnostics];
};
export const patching = async (...patches: readonly unknown[]): Promise<unknown[]> => said(demographics().patch(id, version, patches));

export const invalid = (text: string): unknown[] => [400, 'INVALID_UPDATE', `Invalid update with error - ${text}`];
export const forbidden = (text: string): unknown[] => [403, 'FORBIDDEN_UPDATE', `Forbidden update with error - ${text}`];
export const wrong = (value: string, field: string): unknown[] => [400, 'INVALID_VALUE', `Invalid value - '${value}' in field '${field}'`];
export const missing = (field: string): unknown[] => [400, 'MISSING_VALUE', `Missing value - '${field}'`];

export const add = (list: string, value: unknown): unknown => ({ op: 'add', path: `/${list}/-`, value });
export const replace = (path: string, value: unknown): unknown => ({ op: 'replace', path, value });
/** A member is named before it is changed, and tested before it is removed. */
export const named = (path: string, value: unknown): unknown => ({ op: 'test', path: `${path}/id`, value });

export const ukCore = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-';
export const codes = 'https://fhir.hl7.org.uk/CodeSystem/UKCore-';

export const notification = (code: string): unknown => ({
  url: `${ukCore}DeathNotificationStatus`,
  extension: [{ url: 'deathNotificationStatus', valueCodeableConcept: { coding: [{ system: `${codes}DeathNotificationStatus`, code }] } }],
});
export const language = (code: string): unknown => ({
  url: 'language',
  valueCodeableConcept: { coding: [{ system: `${codes}HumanLanguage`, code }] },
});
export const communication = (...extension: readonly unknown[]): unknown => ({ url: `${ukCore}NHSCommunication`, extension });
export const preference = (...extension: readonly unknown[]): unknown => ({ url: `${ukCore}ContactPreference`, extension });
export const organisation = (kind: string, value: string, more: object = {}): unknown => ({
  url: `${ukCore}${kind}`,
  valueReference: { identifier: { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value, ...more } },
});
export const birthPlace = (valueAddress: object): unknown => ({
  url: 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace',
  valueAddress,
});
export const paf = (value: string): unknown => ({
  url: `${ukCore}AddressKey`,
  extension: [
    { url: 'type', valueCoding: { system: `${codes}AddressKeyType`, code: 'PAF' } },
    { url: 'value', valueString: value },
  ],
});
