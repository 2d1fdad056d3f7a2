/** Understands an OpenAPI document brought at run time: reads, upgrades and mends it, and says what could not be understood. */
import { basePathOf } from './reading/base-path.ts';
import type { Contract } from './contract.ts';
import { describe } from './reading/describe.ts';
import { mendDocument } from './reading/mend-document.ts';
import { listOperations } from './reading/operations.ts';
import { compilePattern, type PatternTest } from './validation/pattern.ts';
import { readDocument } from './reading/read-document.ts';
import { interpretedValidator } from './validation/validate-interpreted.ts';

/** Throws a ContractError where the text is no contract at all; everything less is a quirk of the contract. */
export function loadContract(file: { readonly name: string; readonly text: string }): Contract {
  const read = readDocument(file);
  const { document, quirks } = read;
  const patterns = new Map<string, PatternTest>();
  mendDocument(read, (pattern) => {
    const compiled = patterns.get(pattern) ?? compilePattern(pattern);
    if (typeof compiled !== 'function') return compiled.problem;
    patterns.set(pattern, compiled);
    return undefined;
  });
  document['openapi'] = '3.1.1';
  return {
    slug: slugOf(file.name),
    ...describe(document),
    basePath: basePathOf(document, quirks),
    document,
    operations: listOperations({ document, quirks }),
    quirks,
    ...interpretedValidator(document, patterns),
  };
}

/** `specs/My API.v1.yaml` is `my-api.v1`. */
export function slugOf(name: string): string {
  const file = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).replace(/\.(json|ya?ml)$/i, '');
  return (
    file
      .toLowerCase()
      .replace(/[^a-z0-9._-]+/g, '-')
      .replace(/^[-.]+|[-.]+$/g, '') || 'contract'
  );
}
