/** From the text of a file to a tree: JSON or YAML, of bounded size and depth. */
import { bytesOf } from '../../bytes-of.ts';
import { ContractError } from '../../contract-error.ts';
import type { Json, Quirk } from '../../contract.ts';
import { shapeProblem, type ShapeLimits, valuesIn } from '../../json.ts';
import { COST, DOCUMENT_DEPTH, type Limits, sizeInWords } from '../../limits.ts';
import { makeWellFormed } from '../well-formed.ts';
import { whereJsonBreaks } from './json-place.ts';
import type { Budget } from '../../work.ts';
import { costOfYaml, readYaml } from './read-yaml.ts';

export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** Throws a ContractError where the text is neither, or could do harm. */
export function readTree({ name, text }: TextFile, quirks: Quirk[], budget: Budget): Json {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  // YAML may begin with a bracket too; its first key has no quotation marks then.
  const isJson = /^\s*[{[]\s*(?:["{}[\]]|$)/.test(body);
  budget.spend(isJson ? costOfJson(body) : costOfYaml(body));
  const tree = isJson ? readJson(name, body) : readYaml({ name, text: body }, { quirks, budget });
  budget.spend(COST.value * valuesIn(tree));
  const problem = shapeProblem(tree, DOCUMENT_SHAPE);
  if (problem) throw new ContractError('unsafe', `${name} cannot be used because of what stands at ${problem.pointer}. ${problem.message}`);
  return makeWellFormed(tree, body);
}

/** Steps that reading it takes, by what is seen of it from outside. */
function costOfJson(text: string): number {
  let members = 0;
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) members++;
  return COST.json * text.length + COST.jsonMember * members;
}

/** Throws where a text has more bytes than a contract may have. */
export function holdToSize({ name, text }: TextFile, limits: Limits): void {
  const { bytes } = limits;
  if (text.length > bytes || (text.length > bytes / 3 && bytesOf(text) > bytes)) throw tooLarge(name, limits);
}

export function tooLarge(what: string, { bytes }: Limits): ContractError {
  return new ContractError('too-large', `${what} is larger than the ${sizeInWords(bytes)} that a contract may be.`);
}

/** The size of a document is bounded as a whole. Schemas may well describe a member called `constructor`; only `__proto__` can do harm here. */
const DOCUMENT_SHAPE: ShapeLimits = {
  depth: DOCUMENT_DEPTH,
  keys: Infinity,
  items: Infinity,
  text: Infinity,
  forbidden: new Set(['__proto__']),
};

function readJson(name: string, text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    const place = whereJsonBreaks(text);
    throw new ContractError(
      'unreadable',
      `${name} begins like JSON but cannot be read as JSON: ${place ? `line ${place.line}, column ${place.column}` : 'it ends too soon'}.`,
    );
  }
}
