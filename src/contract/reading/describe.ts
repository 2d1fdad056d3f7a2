/** What a document says about itself: its title, version and security schemes. */
import type { Contract, JsonObject } from '../contract.ts';
import { escapeToken, isObject } from '../json.ts';
import { plainText } from '../plain-text.ts';
import { dereference } from './references.ts';

const TITLE_LENGTH = 200;
const VERSION_LENGTH = 100;

export function describe(document: JsonObject): Pick<Contract, 'title' | 'version' | 'description' | 'securitySchemes'> {
  const info = isObject(document['info']) ? document['info'] : {};
  const components = isObject(document['components']) ? document['components'] : {};
  const schemes = isObject(components['securitySchemes']) ? components['securitySchemes'] : {};
  const securitySchemes = Object.fromEntries(
    Object.entries(schemes).flatMap(([name, raw]) => {
      const scheme = dereference(document, raw, `/components/securitySchemes/${escapeToken(name)}`)?.node;
      return isObject(scheme) ? [[name, scheme] as const] : [];
    }),
  );
  return {
    title: textOf(info['title'], TITLE_LENGTH) ?? 'Untitled',
    version: textOf(info['version'], VERSION_LENGTH) ?? '0',
    ...(typeof info['description'] === 'string' && { description: info['description'] }),
    securitySchemes,
  };
}

/** Undefined where nothing is said, or nothing that can be seen. */
function textOf(value: unknown, most: number): string | undefined {
  const text = typeof value === 'string' || typeof value === 'number' ? plainText(String(value), most) : '';
  return text === '' ? undefined : text;
}
