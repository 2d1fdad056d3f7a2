/** XML as a value to look through: elements and attributes are members alike, and an element that only has a `value` (as in FHIR) is that. */
import { XmlElement } from '@rgrove/parse-xml';
import type { Json } from '../../../contract/contract.ts';
import { parseRoot } from '../../../contract/xml/read-xml.ts';
import { grouped } from './grouped.ts';

/** Undefined where the text has no tags. */
export function xmlAsJson(text: string): Json | undefined {
  const root = parseRoot(text);
  return 'malformed' in root || depthOf(root) > DEEPEST ? tagsAsJson(text) : { [local(root.name)]: elementAsJson(root) };
}

const tag = /<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>([^<]*)/g;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** What is not well-formed, or nested too deep: each tag by itself, with its attributes and the text behind it. */
function tagsAsJson(text: string): Json | undefined {
  const tags = [...text.matchAll(tag)].map(([, name = '', attributes = '', behind = '']): [string, Json] => [
    local(name),
    grouped([
      ...[...attributes.matchAll(attribute)].map(([, own = '', double, single]): [string, Json] => [local(own), double ?? single ?? '']),
      ['#text', behind],
    ]),
  ]);
  return tags.length > 0 ? grouped(tags) : undefined;
}

const DEEPEST = 256;

/** Level by level, since recursion has its end. */
function depthOf(root: XmlElement): number {
  let depth = 0;
  for (let level = [root]; level.length > 0 && depth <= DEEPEST; depth++)
    level = level.flatMap(({ children }) => children.filter((child) => child instanceof XmlElement));
  return depth;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function elementAsJson(element: XmlElement): Json {
  const attributes = Object.entries(element.attributes).filter(([name]) => !/^xmlns(:|$)/.test(name));
  const inside = element.children.filter((child) => child instanceof XmlElement);
  const entries: [string, Json][] = attributes.map(([name, text]): [string, Json] => [local(name), text]);
  for (const child of inside) entries.push([local(child.name), elementAsJson(child)]);
  const [only] = attributes;
  if (inside.length === 0 && attributes.length === 1 && only?.[0] === 'value') return only[1];
  if (inside.length === 0 && attributes.length === 0) return element.text;
  const text = element.children.flatMap((child) => ('text' in child && !(child instanceof XmlElement) ? [child.text] : [])).join(' ');
  if (text.trim() !== '') entries.push(['#text', text]);
  // Of an element without attributes of its own the whole text, which inner elements only mark up, is one.
  if (attributes.length === 0 && inside.length > 0 && text.trim() !== '') entries.push(['#text', element.text]);
  return grouped(entries);
}
