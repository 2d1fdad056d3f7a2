/**
 * What FHIR's search says for every search parameter (https://hl7.org/fhir/R4/search.html), whatever narrow type a contract gives one:
 * a repeat means and, a comma means or, dates and numbers carry a prefix, names carry a modifier. Let through where each single value is right.
 */
import type { Checker, Contract, Json, Parameter } from '../contract.ts';
import { jsonMedia } from '../documented.ts';
import { readScalar, readingsOf, shapeOf, type ValueShape } from '../value-shape.ts';
import type { DecodedValue, Meant } from './read-parameter.ts';

export interface FhirHabits {
  /** What texts that the schema refuses mean to FHIR; undefined where one of the single values is wrong. */
  read(texts: readonly string[]): Meant | undefined;
  /** What stands under the parameter's name with this modifier; undefined for what is no modifier of FHIR's. */
  modified(modifier: string, texts: readonly string[]): DecodedValue | undefined;
}

/** Whether the API of a contract is one of FHIR: it says so in its media types, or what it shows are resources. */
export function speaksFhir(contract: Contract): boolean {
  return contract.operations.some(({ body, responses }) => {
    const answers = [...responses.values()];
    const types = [...(body?.content ?? []), ...answers.flatMap(({ content }) => content)];
    return (
      types.some(({ type }) => /\bfhir\+/i.test(type)) ||
      answers.some((response) => {
        const schema = jsonMedia(response)?.schema?.schema;
        return schema !== undefined && (shapeOf(contract, schema).members?.has('resourceType') ?? false);
      })
    );
  });
}

const PREFIX = /^(?:eq|ne|gt|lt|ge|le|sa|eb|ap)(?=\d)/;
/** A comma that separates; one after a backslash belongs to the value. */
const COMMA = /(?<!\\),/;

const MODIFIERS: ReadonlySet<string> = new Set([
  'missing',
  'exact',
  'contains',
  'text',
  'not',
  'above',
  'below',
  'in',
  'not-in',
  'of-type',
  'identifier',
  'iterate',
  'recurse',
]);
/** Such a text stays whole, its prefix and its commas with it; numbers and words of a list have room for neither. */
function isAnyText({ scalars, parts }: ValueShape): boolean {
  return (scalars.length === 0 || scalars.includes('string')) && parts.every((part) => part.enum === undefined && part.const === undefined);
}

function valuesIn(shape: ValueShape, text: string): readonly Json[] {
  if (isAnyText(shape)) return [text];
  return text.split(COMMA).map((one) => readScalar(shape.scalars, one.replace(PREFIX, '')));
}

/** A reference may say which type of resource it means: `subject:Patient`. */
const TYPE_MODIFIER = /^[A-Z][A-Za-z]+$/;

export function fhirHabits(
  contract: Contract,
  { parameter, shape, check }: { readonly parameter: Parameter; readonly shape: ValueShape; readonly check: Checker },
): FhirHabits {
  let spoken: boolean | undefined;
  const isFhir = (): boolean => (spoken ??= speaksFhir(contract));
  const { items, scalars } = shape;

  const isRight = (text: string): boolean =>
    ((scalars.length > 0 || !items) && readingsOf(shape, text).some((value) => check(value).length === 0)) ||
    (items !== undefined && check([readScalar(items.scalars, text)]).length === 0);
  const isRightAtLast = (text: string): boolean => isRight(text) || (PREFIX.test(text) && isRight(text.replace(PREFIX, '')));

  /** What an API's own rules are given: of the schema's type, whatever was sent. Where it takes one value, that is the first. */
  const ofItsType = (texts: readonly string[]): Json => {
    if (items && scalars.length === 0) return texts.flatMap((text) => valuesIn(items, text));
    const [first = ''] = texts;
    if (isAnyText(shape)) return first;
    return [first, ...first.split(COMMA)].flatMap((text) => fitting(text))[0] ?? first;
  };
  const fitting = (text: string): readonly Json[] =>
    [text, text.replace(PREFIX, '')].flatMap((one) => readingsOf(shape, one)).filter((value) => check(value).length === 0);

  return {
    read(texts) {
      const several = texts.length > 1;
      const single = texts.flatMap((text) => text.split(COMMA));
      if (single.length === 0 || !isFhir() || !single.every(isRightAtLast)) return undefined;
      const habits = [
        ...(several ? ['a repeat, by which all must hold'] : []),
        ...(single.length > texts.length ? ['a comma, by which either may hold'] : []),
        ...(single.some((text) => !isRight(text)) ? ['a prefix of comparison'] : []),
      ];
      return {
        value: ofItsType(texts),
        whole: several ? texts : (texts[0] ?? ''),
        notes: [
          `The query parameter ${parameter.name} was read as a FHIR search reads it (${habits.join('; ')}); the schema of the contract has no room for that.`,
        ],
      };
    },
    modified(modifier, texts) {
      if (!(MODIFIERS.has(modifier) || TYPE_MODIFIER.test(modifier)) || !isFhir()) return undefined;
      const full = `${parameter.name}:${modifier}`;
      const right = modifier === 'missing' ? (text: string) => text === 'true' || text === 'false' : isRightAtLast;
      if (!texts.flatMap((text) => text.split(COMMA)).every(right)) {
        const message = modifier === 'missing' ? 'must be true or false' : 'must hold values that are right without the modifier too';
        return { faults: [{ pointer: '', keyword: 'modifier', message: `with the modifier :${modifier} ${message}` }] };
      }
      const value: Json = texts.length > 1 ? texts : (texts[0] ?? '');
      return {
        modified: { [full]: value },
        notes: [
          `The query parameter ${full} counts as ${parameter.name} with a modifier of FHIR's search, which the contract does not list.`,
        ],
      };
    },
  };
}
