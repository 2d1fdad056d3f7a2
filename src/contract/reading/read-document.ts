/** From the text of a file to an OpenAPI 3.x document tree that is ours to mend: JSON or YAML, any version from 2.0 on. */
import { ContractError } from '../contract-error.ts';
import type { Json, Quirk } from '../contract.ts';
import { fromSwagger } from './swagger/from-swagger.ts';
import { mayHaveIdentities, resolveDynamicReferences, resolveIdentities } from './names/identities.ts';
import { isObject } from '../json.ts';
import type { Limits } from '../limits.ts';
import { holdToSize, readTree } from './text/read-tree.ts';
import { type Budget, UNBOUNDED } from '../work.ts';
import { bundle } from './several-files/bundle.ts';
import type { Beside } from './several-files/contract-files.ts';

/** A node of the document while it is being understood: nobody else holds it yet, so it may be mended in place. */
export type Draft = { [key: string]: Json };

export interface ReadDocument {
  readonly document: Draft;
  /** `$ref` hides its neighbours, `nullable` and friends mean something: the rules up to OpenAPI 3.0. */
  readonly before31: boolean;
  readonly quirks: Quirk[];
  /** The file that a place of the document was written in; undefined for the document's own. */
  fileOf(pointer: string): string | undefined;
}

export interface DocumentFile {
  readonly name: string;
  readonly text: string;
  /** Reads the files beside the document; without it no reference that leaves the document is followed. */
  readonly beside?: Beside;
}

export function readDocument(file: DocumentFile, limits: Limits, budget: Budget): ReadDocument {
  const quirks: Quirk[] = [];
  const { tree, fileOf } = readWhole(file, limits, quirks, budget);
  return { ...toVersion3(file.name, tree, { quirks, budget }), quirks, fileOf };
}

/** The document as it was written, with all that it refers to in the files beside it. */
export function readWhole(
  file: DocumentFile,
  limits: Limits,
  quirks: Quirk[],
  budget: Budget = UNBOUNDED,
): Pick<ReadDocument, 'fileOf'> & { readonly tree: Draft } {
  holdToSize(file, limits);
  const read = readTree(file, quirks, budget);
  if (!isObject(read)) throw noOpenApi(file.name);
  const tree = read as Draft; // made a moment ago, by our own parser
  // Most contracts are one file, and need not be walked to know it.
  const refersOut = /\$ref["']?\s*:\s*["']?[^"'#\s]|externalValue/.test(file.text);
  const { beside } = file;
  if (mayHaveIdentities(file.text)) resolveIdentities(tree, budget);
  const fileOf = beside && refersOut ? bundle(tree, { ...file, beside, limits, quirks, budget }) : undefined;
  // Names of one file may be used in another, so that what remains is looked at again.
  if (fileOf) resolveIdentities(tree, budget);
  if (fileOf || mayHaveIdentities(file.text)) resolveDynamicReferences(tree, { quirks, budget });
  return { tree, fileOf: fileOf ?? (() => undefined) };
}

function toVersion3(
  name: string,
  tree: Draft,
  { quirks, budget }: { readonly quirks: Quirk[]; readonly budget: Budget },
): { document: Draft; before31: boolean } {
  const { openapi, swagger } = tree;
  if (typeof swagger === 'string' || typeof swagger === 'number') {
    if (!String(swagger).startsWith('2')) throw unsupported(name, `Swagger ${swagger}`);
    return { document: fromSwagger(name, tree, { quirks, budget }), before31: true };
  }
  if (typeof openapi !== 'string' && typeof openapi !== 'number') throw noOpenApi(name);
  if (!/^3\.[012](\.|$)/.test(String(openapi))) throw unsupported(name, `OpenAPI ${openapi}`);
  return { document: tree, before31: String(openapi).startsWith('3.0') };
}

function noOpenApi(name: string): ContractError {
  return new ContractError('no-openapi', `${name} is not an OpenAPI document: it should begin with a line such as "openapi: 3.1.0".`);
}

function unsupported(name: string, version: string): ContractError {
  return new ContractError('unsupported-version', `${name} says it is ${version}. Versions 2.0 (Swagger) and 3.0 to 3.2 can be served.`);
}
