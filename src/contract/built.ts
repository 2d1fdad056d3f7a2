/** One of our own contracts, from what `npm run generate` wrote: nothing is left to mend, and examples are parsed on first use. */
import { basePathOf } from './reading/base-path.ts';
import type { Contract, JsonObject, Quirk } from './contract.ts';
import { describe } from './reading/describe.ts';
import { isObject } from './json.ts';
import { tokensOf, valueAt } from './json-pointer.ts';
import { listOperations } from './reading/operations.ts';
import type { PlacedNode } from './reading/reading.ts';
import { interpretedValidator } from './validation/validate-interpreted.ts';
import { countWork } from './work.ts';
import { type Compiled, standaloneValidator } from './validation/validate-standalone.ts';

export interface GeneratedContract {
  readonly slug: string;
  /** The resolved document as JSON text, without the examples of media types, parameters, headers and components. */
  readonly document: string;
  /** JSON text: by the JSON pointer of what they belong to, `example` and `examples` as they stood there. */
  readonly examples: string;
  readonly validators: Compiled;
}

export function builtContract({ slug, document: text, examples, validators }: GeneratedContract): Contract {
  const document = JSON.parse(text) as JsonObject; // we wrote it
  const quirks: Quirk[] = [];
  const work = countWork();
  return {
    slug,
    ...describe(document),
    basePath: basePathOf(document, quirks),
    document,
    whole: () => withExamples(text, examples),
    operations: listOperations({ document, quirks, published: apart(document, examples) }),
    quirks,
    work,
    readingSteps: 0,
    ...standaloneValidator(interpretedValidator(document, work), validators),
  };
}

/** The document as it was before its examples were taken; see `src/cli/build/examples-apart.ts`. */
function withExamples(text: string, examples: string): JsonObject {
  const document = JSON.parse(text) as JsonObject; // we wrote both
  const taken = JSON.parse(examples) as { readonly [pointer: string]: JsonObject };
  for (const [pointer, members] of Object.entries(taken)) Object.assign(valueAt(document, tokensOf(pointer)) ?? {}, members);
  return document;
}

/** Puts examples back where they were taken from, one place at a time. */
function apart(document: JsonObject, text: string): (place: PlacedNode) => { readonly document: JsonObject; readonly node: JsonObject } {
  let parsed: { readonly [pointer: string]: JsonObject } | undefined;
  let whole: JsonObject = document;
  return ({ node, pointer }) => {
    if (!parsed) {
      parsed = JSON.parse(text) as { readonly [pointer: string]: JsonObject }; // we wrote it
      const components = isObject(document['components']) ? document['components'] : {};
      whole = { ...document, components: { ...components, ...parsed['/components'] } };
    }
    return { document: whole, node: { ...node, ...parsed[pointer] } };
  };
}
