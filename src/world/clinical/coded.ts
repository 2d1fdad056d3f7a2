/**
 * Clinical ideas with codes. A code stands here only where a document that the NHS or HL7 publishes prints it, with the display that is
 * printed (NOTICE names the sources); where none is printed the words stand alone. SNOMED CT is copyright of SNOMED International.
 */
import type { CodedText } from '../../clinical-record.ts';

export const snomedSystem = 'http://snomed.info/sct';

/** Of SNOMED CT and dm+d, which is part of it. `text` where a person would word it otherwise than the display. */
export const snomed = (code: string, display: string, text = display): CodedText => ({
  text,
  coding: { system: snomedSystem, code, display },
});

/** Of which no code is printed. */
export const uncoded = (text: string): CodedText => ({ text });
