/** What a document says about itself: its title, version and security schemes. */
import type { Contract, JsonObject } from '../contract.ts';
import { escapeToken, isObject } from '../json.ts';
import { dereference } from './references.ts';

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
