/** What a pointer has to be, besides what its schema says: the service asks in this order, and stops at the first that is not so. */
import { parseNhsNumber } from '../../src/fhir/nhs-number.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { askingFor, typesFor } from './access.ts';
import { categories, kinds, snomed } from './kinds.ts';
import { categoryOf, custodianOf, typeOf, type SentPointer } from './pointer.ts';
import { refused } from './refusals.ts';

const relations: ReadonlySet<string> = new Set(['replaces', 'transforms', 'signs', 'appends', 'incorporates', 'summarizes']);
const asidSystem = 'https://fhir.nhs.uk/Id/nhsSpineASID';
const stabilityUrl = 'https://fhir.nhs.uk/England/StructureDefinition/Extension-England-ContentStability';
const stabilitySystem = 'https://fhir.nhs.uk/England/CodeSystem/England-NRLContentStability';

/** Of the pointer by itself. */
const ofPointer: readonly ((pointer: SentPointer) => Problem | undefined)[] = [brokenRelation, brokenAsid, brokenCategory, brokenStability];

export const brokenRule = (pointer: SentPointer): Problem | undefined => firstOf(ofPointer, pointer);

/** Of the pointer as something that whoever asks may write. */
export function unwritable(call: AnyCall, pointer: SentPointer): Problem | undefined {
  const type = typeOf(pointer);
  if (parseNhsNumber(pointer.subject.identifier.value) === undefined)
    return refused('INVALID_NHS_NUMBER', 'The subject of the provided DocumentReference does not have a valid NHS number', {
      at: '/subject/identifier/value',
    });
  if (custodianOf(pointer) !== askingFor(call))
    return refused(
      'BAD_REQUEST',
      'The custodian of the provided DocumentReference does not match the expected ODS code for this organisation',
      { at: '/custodian/identifier/value' },
    );
  if (!typesFor(call).includes(type))
    return refused(
      'AUTHOR_CREDENTIALS_ERROR',
      'The type of the provided DocumentReference is not in the list of allowed types for this organisation',
      { at: '/type/coding/0/code' },
    );
  const kind = kinds[type];
  const wanted = `${snomed}|${kind?.category}`;
  if (kind && categoryOf(pointer) !== wanted)
    return refused(
      'BAD_REQUEST',
      `The Category code of the provided document '${categoryOf(pointer)}' must match the allowed category for pointer type '${type}' with a category value of '${wanted}'`,
      { at: '/category/coding/0/code' }, // without the number of the category, as the service has it
    );
  const display = pointer.type.coding[0]?.display ?? '';
  if (kind && display.toLowerCase() !== kind.display.toLowerCase())
    return refused('BAD_REQUEST', 'The display does not match the expected value for this type', { at: '/type/coding/0/display' });
  return undefined;
}

function firstOf<T>(checks: readonly ((about: T) => Problem | undefined)[], about: T): Problem | undefined {
  for (const check of checks) {
    const problem = check(about);
    if (problem) return problem;
  }
  return undefined;
}

function brokenRelation({ relatesTo = [] }: SentPointer): Problem | undefined {
  for (const [n, { code, target }] of relatesTo.entries()) {
    if (!relations.has(code)) return refused('INVALID_CODE_VALUE', `Invalid relatesTo code: ${code}`, { at: `/relatesTo/${n}/code` });
    if (code === 'replaces' && !target.identifier?.value)
      return refused('INVALID_IDENTIFIER_VALUE', "relatesTo code 'replaces' must have a target identifier", {
        at: `/relatesTo/${n}/target/identifier/value`,
        issue: 'required',
      });
  }
  return undefined;
}

/** A document behind the proxy of Spine is asked of one system. */
function brokenAsid({ content, context }: SentPointer): Problem | undefined {
  const isProxied = content.some(({ attachment }) => attachment.url.startsWith('ssp://'));
  const related = (context.related ?? []).map(({ identifier }, n) => ({ n, identifier }));
  const [first, ...others] = related.filter(({ identifier }) => identifier?.system === asidSystem);
  const of = (what: string): string =>
    `${what} context.related must contain a single valid ASID identifier when content contains an SSP URL`;
  const at = '/context/related';
  if (isProxied && related.length === 0)
    return refused(
      'INVALID_RESOURCE',
      'Missing context.related. It must be provided and contain a single valid ASID identifier when content contains an SSP URL',
      { at, issue: 'required' },
    );
  if (isProxied && !first) return refused('INVALID_RESOURCE', of('Missing ASID identifier.'), { at, issue: 'required' });
  if (others.length > 0)
    return refused(
      'INVALID_RESOURCE',
      'Multiple ASID identifiers provided. Only a single valid ASID identifier can be provided in the context.related.',
      { at },
    );
  const value = first?.identifier?.value ?? '';
  if (!first || /^\d{12}$/.test(value)) return undefined;
  return refused(
    'INVALID_IDENTIFIER_VALUE',
    `Invalid ASID value '${value}'. A single ASID consisting of 12 digits can be provided in the context.related field.`,
    { at: `/context/related/${first.n}/identifier/value`, issue: 'value' },
  );
}

function brokenCategory({ category, type }: SentPointer): Problem | undefined {
  const [first] = category;
  const coding = first?.coding[0];
  const invalid = (diagnostics: string, at: string, issue?: string): Problem =>
    refused('INVALID_RESOURCE', diagnostics, { at, ...(issue !== undefined && { issue }) });
  if (category.length > 1)
    return invalid(`Invalid category length: ${category.length} Category must only contain a single value`, '/category');
  if (!coding || (first?.coding.length ?? 0) > 1)
    return invalid(
      `Invalid category coding length: ${first?.coding.length ?? 0} Category Coding must only contain a single value`,
      '/category/0/coding',
    );
  const display = Object.hasOwn(categories, coding.code) ? categories[coding.code] : undefined;
  if (display === undefined)
    return invalid(
      `Invalid category code: ${coding.code} Category must be a member of the England-NRLRecordCategory value set (https://fhir.nhs.uk/England/CodeSystem/England-NRLRecordCategory)`,
      '/category/0/coding/0/code',
      'value',
    );
  if (coding.display !== display)
    return invalid(`category code '${coding.code}' must have a display value of '${display}'`, '/category/0/coding/0/display', 'value');
  if (type.coding.length !== 1)
    return invalid(`Invalid type coding length: ${type.coding.length} Type Coding must only contain a single value`, '/type/coding');
  return undefined;
}

/** Every content says whether what lies there may change. */
function brokenStability({ content }: SentPointer): Problem | undefined {
  for (const [n, { extension }] of content.entries()) {
    const at = extension.findIndex(({ url }) => url === stabilityUrl);
    const [coding] = extension[at]?.valueCodeableConcept?.coding ?? [];
    const place = `/content/${n}/extension`;
    const invalid = (diagnostics: string, member?: string): Problem =>
      refused('INVALID_RESOURCE', diagnostics, {
        at: member === undefined ? place : `${place}/${at}/valueCodeableConcept/coding/0/${member}`,
        issue: 'value',
      });
    if (at < 0) return invalid(`Invalid content extension url: ${extension[0]?.url} Extension url must be '${stabilityUrl}'`);
    if (!coding)
      return invalid(`Missing content[${n}].extension[${at}].valueCodeableConcept.coding, extension must have at least one coding.`);
    if (coding.system !== stabilitySystem)
      return invalid(`Invalid content extension system: ${coding.system} Extension system must be '${stabilitySystem}'`, 'system');
    const { code = '', display = '' } = coding;
    if (code !== 'static' && code !== 'dynamic')
      return invalid(`Invalid content extension code: ${code} Extension code must be 'static' or 'dynamic'`, 'code');
    if (display !== (code === 'static' ? 'Static' : 'Dynamic'))
      return invalid(
        `Invalid content extension display: ${display} Extension display must be the same as code either 'static' or 'dynamic'`,
        'display',
      );
  }
  return undefined;
}
