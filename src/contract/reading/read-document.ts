/** From the text of a file to an OpenAPI 3.x document tree that is ours to mend: JSON or YAML, any version from 2.0 on. */
import { upgrade } from '@scalar/openapi-upgrader';
import { LineCounter, parseDocument } from 'yaml';
import { ContractError } from '../contract-error.ts';
import type { Json, Quirk } from '../contract.ts';
import { whereJsonBreaks } from './json-place.ts';
import { escapeToken, isObject, shapeProblem, type ShapeLimits } from '../json.ts';
import { DOCUMENT_BYTES, DOCUMENT_DEPTH } from '../limits.ts';

/** A node of the document while it is being understood: nobody else holds it yet, so it may be mended in place. */
export type Draft = { [key: string]: Json };

export interface ReadDocument {
  readonly document: Draft;
  /** `$ref` hides its neighbours, `nullable` and friends mean something: the rules up to OpenAPI 3.0. */
  readonly before31: boolean;
  readonly quirks: Quirk[];
}

export function readDocument({ name, text }: { readonly name: string; readonly text: string }): ReadDocument {
  if (text.length > DOCUMENT_BYTES || (text.length > DOCUMENT_BYTES / 3 && new TextEncoder().encode(text).length > DOCUMENT_BYTES)) {
    throw new ContractError('too-large', `${name} is larger than the ${DOCUMENT_BYTES / 1024 / 1024} MiB that a contract may be.`);
  }
  const quirks: Quirk[] = [];
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const tree = /^\s*[{[]/.test(body) ? readJson(name, body) : readYaml(name, body, quirks);
  const problem = shapeProblem(tree, DOCUMENT_SHAPE);
  if (problem) throw new ContractError('unsafe', `${name} cannot be used because of what stands at ${problem.pointer}. ${problem.message}`);
  if (!isObject(tree)) throw noOpenApi(name);
  return { ...toVersion3(name, tree as Draft, quirks), quirks }; // the tree was made a moment ago, by our own parser
}

/** The size of a document is bounded as a whole. Schemas may well describe a member called `constructor`; only `__proto__` can do harm here. */
const DOCUMENT_SHAPE: ShapeLimits = {
  depth: DOCUMENT_DEPTH,
  keys: DOCUMENT_BYTES,
  items: DOCUMENT_BYTES,
  text: DOCUMENT_BYTES,
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

function readYaml(name: string, text: string, quirks: Quirk[]): Json {
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, merge: true, prettyErrors: false, logLevel: 'silent' });
  for (const { code, pos } of yaml.errors) {
    const { line } = lines.linePos(pos[0]);
    if (code !== 'DUPLICATE_KEY') {
      throw new ContractError('unreadable', `${name} cannot be read as YAML (nor as JSON): line ${line} breaks the rules (${code}).`);
    }
    quirks.push({ pointer: '', effect: 'mended', message: `Line ${line} repeats a key of the same mapping; the last one counts.` });
  }
  try {
    return (yaml.toJS({ maxAliasCount: 1000 }) ?? null) as Json;
  } catch {
    throw new ContractError('unsafe', `${name} repeats its YAML anchors too often to be expanded. Use $ref for what is shared.`);
  }
}

function toVersion3(name: string, tree: Draft, quirks: Quirk[]): { document: Draft; before31: boolean } {
  const { openapi, swagger } = tree;
  if (typeof swagger === 'string' || typeof swagger === 'number') {
    if (!String(swagger).startsWith('2')) throw unsupported(name, `Swagger ${swagger}`);
    return { document: fromSwagger(name, tree, quirks), before31: true };
  }
  if (typeof openapi !== 'string' && typeof openapi !== 'number') throw noOpenApi(name);
  if (!/^3\.[012](\.|$)/.test(String(openapi))) throw unsupported(name, `OpenAPI ${openapi}`);
  if (String(openapi).startsWith('3.2')) {
    quirks.push({ pointer: '/openapi', effect: 'mended', message: 'OpenAPI 3.2 is read as 3.1; what only 3.2 knows is left out.' });
  }
  return { document: tree, before31: String(openapi).startsWith('3.0') };
}

/** The upgrader gives up on a whole document for one bad path; then paths are tried one by one, and only the bad ones are left out. */
function fromSwagger(name: string, tree: Draft, quirks: Quirk[]): Draft {
  const whole = upgraded(tree);
  if (whole) return whole;
  const { paths: all, definitions: _, ...around } = tree;
  const paths = Object.entries(isObject(all) ? all : {}).filter(([key, item]) => {
    const alone = upgraded({ ...around, paths: { [key]: item } });
    if (!alone)
      quirks.push({ pointer: `/paths/${escapeToken(key)}`, effect: 'unserved', message: 'This path cannot be read as Swagger 2.0.' });
    return alone;
  });
  const rest = upgraded({ ...tree, paths: Object.fromEntries(paths) });
  if (!rest) throw new ContractError('unreadable', `${name} cannot be read as Swagger 2.0, not even without its paths. Is it complete?`);
  return rest;
}

function upgraded(tree: Draft): Draft | undefined {
  try {
    // YAML reads `swagger: 2.0` as a number; the upgrader wants the text, and changes what it is given.
    return upgrade(structuredClone({ ...tree, swagger: '2.0' }), '3.0') as Draft;
  } catch {
    return undefined;
  }
}

function noOpenApi(name: string): ContractError {
  return new ContractError('no-openapi', `${name} is not an OpenAPI document: it should begin with a line such as "openapi: 3.1.0".`);
}

function unsupported(name: string, version: string): ContractError {
  return new ContractError('unsupported-version', `${name} says it is ${version}. Versions 2.0 (Swagger) and 3.0 to 3.2 can be served.`);
}
