/** What several rules go by, as anybody can read it. */
import type { ConformanceRule } from '../mock/conformance.ts';

type Source = ConformanceRule['source'];

export const rfc = (number: string, section: string): Source => ({
  name: `RFC ${number} §${section}`,
  url: `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`,
});

/** A page of HL7 FHIR R4. */
export const fhir = (page: string, about: string): Source => ({ name: `FHIR R4: ${about}`, url: `https://hl7.org/fhir/R4/${page}` });
