/** Clinical ideas, quantities and extensions as elements, and back. */
import type { CodedText, Quantity } from '../../clinical-record.ts';
import type { Json, JsonObject } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import { eachOf, fhirElement, numberAt, stringAt, elementAt } from './element.ts';
import { system } from './systems.ts';

export const codingOf = (codeSystem: string, code: string, display?: string): JsonObject =>
  display === undefined ? { system: codeSystem, code } : { system: codeSystem, code, display };

export const conceptOf = (codeSystem: string, code: string, display?: string): JsonObject => ({
  coding: [codingOf(codeSystem, code, display)],
});

/** Words of their own only where the display does not say them. */
export function writtenConcept({ text, coding }: CodedText): JsonObject {
  if (coding === undefined) return { text };
  const { system: codeSystem, code, display } = coding;
  return display === text ? conceptOf(codeSystem, code, display) : { ...conceptOf(codeSystem, code, display), text };
}

export const maybeConcept = (idea: CodedText | undefined): JsonObject | undefined => idea && writtenConcept(idea);

/** From a CodeableConcept, a Coding, or a bare string. Undefined where it says nothing. */
export function readConcept(value: Json | undefined): CodedText | undefined {
  const concept = elementAt(value);
  if (typeof concept === 'string') return concept === '' ? undefined : { text: concept };
  if (!isObject(concept)) return undefined;
  const codings = concept['coding'] === undefined ? [concept] : eachOf(concept['coding']);
  const coding = codings.find((each) => stringAt(each, 'code') !== undefined && stringAt(each, 'system') !== undefined);
  const words = stringAt(concept, 'text');
  if (coding === undefined) {
    const text = words ?? stringAt(codings[0], 'display') ?? stringAt(codings[0], 'code');
    return text === undefined ? undefined : { text };
  }
  const code = stringAt(coding, 'code') ?? '';
  const display = stringAt(coding, 'display') ?? words ?? code;
  return { text: words ?? display, coding: { system: stringAt(coding, 'system')?.trim() ?? '', code, display } };
}

export const writtenQuantity = ({ value, unit, ucum }: Quantity): JsonObject =>
  ucum === undefined ? { value, unit } : { value, unit, system: system.ucum, code: ucum };

export function readQuantity(value: Json | undefined): Quantity | undefined {
  const amount = numberAt(value, 'value');
  if (amount === undefined) return undefined;
  const code = stringAt(value, 'code');
  const ucum = stringAt(value, 'system') === system.ucum ? code : undefined;
  return { value: amount, unit: stringAt(value, 'unit') ?? code ?? '', ...(ucum !== undefined && { ucum }) };
}

export const inDays = (value: number): JsonObject => ({ value, unit: 'day', system: system.ucum, code: 'd' });

export const extension = (url: string, value: JsonObject): JsonObject => ({ url, ...value });

/** Paragraphs as the narrative of a resource. */
export function narrative(paragraphs: readonly string[]): JsonObject | undefined {
  if (paragraphs.length === 0) return undefined;
  const body = paragraphs.map((text) => `<p>${xhtml(text)}</p>`).join('');
  return { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${body}</div>` };
}

/** What XML would take for markup written so that it does not. */
export const xhtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The words of a narrative, a line for each paragraph. */
export function readNarrative(resource: JsonObject): string | undefined {
  const div = stringAt(resource, 'text', 'div');
  if (div === undefined) return undefined;
  const words = div
    .replace(/<\/(?:p|div|li|tr|h\d)>|<br\s*\/?>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  return (
    words
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .join('\n') || undefined
  );
}

export const period = (start: string | undefined, end?: string): JsonObject => fhirElement({ start, end });
