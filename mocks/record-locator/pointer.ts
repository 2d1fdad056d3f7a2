/** A pointer, and whose it is: its id begins with the code of its custodian, and with that of the part of it that wrote it, if any. */
import type { components } from '../../src/generated/nrl-producer.types.ts';

export type Pointer = components['schemas']['DocumentReference'] & { readonly id: string };
export type SentPointer = components['schemas']['DocumentReference'];
export type Bundle = components['schemas']['Bundle'];

export const odsSystem = 'https://fhir.nhs.uk/Id/ods-organization-code';
export const nhsNumberSystem = 'https://fhir.nhs.uk/Id/nhs-number';

/** Of an organisation, or of a part of one. Ids begin with it, and are not long. */
export const organisationCode = /^[A-Za-z0-9]{1,12}(?:[.|][A-Za-z0-9]{1,12})?$/;

/** A part of an organisation, `RJ11.A` or `RJ11|A`: both have been written, and the published form of an id allows the point alone. */
export const partOf = (code: string): string => code.replace('|', '.');

/** An id as it is kept: whoever names it in a path may have encoded it. */
export function idOf(text: string): string {
  try {
    return partOf(decodeURIComponent(text));
  } catch {
    return text; // no encoding of anything: then it is the id of nothing
  }
}

export const ownerOf = (id: string): string => id.split('-', 1)[0] ?? '';

export const custodianOf = ({ custodian }: SentPointer): string => partOf(custodian.identifier.value);

/** Whether an organisation is `code`, or a part of it. */
export const isWithin = (organisation: string, code: string): boolean => organisation === code || organisation.startsWith(`${code}.`);

/** `http://snomed.info/sct|736253002`. */
export function typeOf({ type }: SentPointer): string {
  const [coding] = type.coding;
  return `${coding?.system}|${coding?.code}`;
}

export function categoryOf({ category }: SentPointer): string {
  const coding = category[0]?.coding[0];
  return `${coding?.system}|${coding?.code}`;
}
