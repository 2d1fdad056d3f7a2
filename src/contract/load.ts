/** Understands an OpenAPI document brought at run time: reads, upgrades and mends it, and says what could not be understood. */
import { basePathOf } from './base-path.ts';
import type { Contract, JsonObject } from './contract.ts';
import { escapeToken, isObject } from './json.ts';
import { mendDocument } from './mend-document.ts';
import { listOperations } from './operations.ts';
import { compilePattern, type PatternTest } from './pattern.ts';
import { readDocument } from './read-document.ts';
import { dereference } from './references.ts';
import { interpretedValidator } from './validate-interpreted.ts';

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

/** What a document says about itself. */
export function describe(document: JsonObject): Pick<Contract, 'title' | 'version' | 'description' | 'securitySchemes'> {
  const info = isObject(document['info']) ? document['info'] : {};
  const components = isObject(document['components']) ? document['components'] : {};
  const schemes = isObject(components['securitySchemes']) ? components['securitySchemes'] : {};
  const securitySchemes: Record<string, JsonObject> = {};
  for (const [name, raw] of Object.entries(schemes)) {
    const scheme = dereference(document, raw, `/components/securitySchemes/${escapeToken(name)}`)?.node;
    if (isObject(scheme)) securitySchemes[name] = scheme;
  }
  return {
    title: textOf(info['title']) ?? 'Untitled',
    version: textOf(info['version']) ?? '0',
    ...(typeof info['description'] === 'string' && { description: info['description'] }),
    securitySchemes,
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
