/** XML as the value that a schema means by it: names, attributes and wrappers undone, texts typed. No DTD and no entities of its own are read. */
import { parseXml, XmlDocumentType, XmlElement, XmlError } from '@rgrove/parse-xml';
import type { Malformed } from '../bodies/form-entry.ts';
import type { ReadText } from '../bodies/settle-readings.ts';
import type { Json, JsonObject, SchemaFault } from '../contract.ts';
import { escapeToken, isObject } from '../json.ts';
import type { ValueShape } from '../value-shape.ts';

/** The outermost element of a text, or why it has none. */
export function parseRoot(text: string): XmlElement | Malformed {
  try {
    const document = parseXml(text, { preserveDocumentType: true });
    if (document.children.some((child) => child instanceof XmlDocumentType))
      return { malformed: 'A document type declaration (DOCTYPE) is not allowed in a body.' };
    return document.root ?? { malformed: 'The body has no XML element.' };
  } catch (error) {
    if (error instanceof XmlError)
      return { malformed: `The text is not well-formed XML: it cannot be read from line ${error.line}, column ${error.column} on.` };
    if (error instanceof RangeError) return { malformed: 'The XML is nested too deep.' };
    throw error;
  }
}

/** That the outermost element has another name than the schema gives it. */
export function rootFault(root: XmlElement, shape: ValueShape): SchemaFault | undefined {
  const { name } = aboutXml(shape);
  return name === undefined || local(name) === local(root.name)
    ? undefined
    : { pointer: '', keyword: 'xml', message: `must be an element called ${name}` };
}

/** The value of the outermost element; a list as a whole body has its items inside. */
export function xmlValue(root: XmlElement, shape: ValueShape, read: ReadText): Json {
  return shape.items && !shape.members ? itemsOf(elementsOf(root), shape.items, '', read) : elementValue(root, shape, '', read);
}

interface AboutXml {
  readonly name?: string;
  readonly node: 'element' | 'attribute' | 'text';
  readonly wrapped: boolean;
}

/** What the parts of a schema say of how a value is spelt; the outer ones win. */
function aboutXml(shape: ValueShape | undefined): AboutXml {
  const said: JsonObject = Object.assign({}, ...(shape?.parts ?? []).toReversed().map(({ xml }) => (isObject(xml) ? xml : {})));
  const { name, attribute, wrapped, nodeType } = said;
  return {
    ...(typeof name === 'string' && { name }),
    node: attribute === true || nodeType === 'attribute' ? 'attribute' : nodeType === 'text' || nodeType === 'cdata' ? 'text' : 'element',
    wrapped: wrapped === true || nodeType === 'element',
  };
}

/** Prefixes are a client's own choice. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function elementsOf({ children }: XmlElement): readonly XmlElement[] {
  return children.filter((child) => child instanceof XmlElement);
}

function elementValue(element: XmlElement, shape: ValueShape | undefined, at: string, read: ReadText): Json {
  if (Object.entries(element.attributes).some(([name, value]) => local(name) === 'nil' && name !== 'nil' && value === 'true')) return null;
  const inside = elementsOf(element);
  const attributes = Object.entries(element.attributes).filter(([name]) => !/^xmlns(:|$)|^(xsi|xml):/.test(name));
  const structured = shape?.members !== undefined || (!shape?.scalars.length && (inside.length > 0 || attributes.length > 0));
  if (structured || inside.length > 0) return members({ element, inside, attributes }, shape, at, read);
  return textValue(shape, element.text, at, read);
}

interface Opened {
  readonly element: XmlElement;
  readonly inside: readonly XmlElement[];
  readonly attributes: readonly (readonly [name: string, value: string])[];
}

function members({ element, inside, attributes }: Opened, shape: ValueShape | undefined, at: string, read: ReadText): JsonObject {
  const value: [string, Json][] = [];
  const rest = new Set<XmlElement>(inside);
  const others = new Map(attributes.map(([name, text]) => [local(name), text]));
  for (const [name, member] of shape?.members ?? []) {
    const pointer = `${at}/${escapeToken(name)}`;
    const about = aboutXml(member);
    const spelt = local(about.name ?? name);
    if (about.node === 'attribute') {
      const text = others.get(spelt);
      if (text !== undefined && others.delete(spelt)) value.push([name, textValue(member, text, pointer, read)]);
    } else if (about.node === 'text') {
      const text = element.children.map((child) => ('text' in child && !(child instanceof XmlElement) ? child.text : '')).join('');
      if (text.trim() !== '') value.push([name, textValue(member, text, pointer, read)]);
    } else {
      // Items that stand by themselves go by their own name, else by that of their list.
      const bare = member.items && !about.wrapped ? local(aboutXml(member.items).name ?? name) : spelt;
      const found = [...rest].filter((child) => local(child.name) === bare);
      for (const child of found) rest.delete(child);
      const [only] = found;
      if (only) value.push([name, memberValue(found, only, member, about, pointer, read)]);
    }
  }
  for (const [name, text] of others) value.push([name, read(shape?.others, text, `${at}/${escapeToken(name)}`)]);
  for (const name of new Set([...rest].map((child) => local(child.name)))) {
    const found = [...rest].filter((child) => local(child.name) === name);
    const pointer = `${at}/${escapeToken(name)}`;
    const each = found.map((child, index) => elementValue(child, shape?.others, found.length > 1 ? `${pointer}/${index}` : pointer, read));
    value.push([name, each.length > 1 ? each : (each[0] ?? null)]);
  }
  return Object.fromEntries(value);
}

function memberValue(
  found: readonly XmlElement[],
  only: XmlElement,
  member: ValueShape,
  about: AboutXml,
  at: string,
  read: ReadText,
): Json {
  const { items } = member;
  if (items) return itemsOf(about.wrapped ? elementsOf(only) : found, items, at, read);
  // More than one for what takes one value is a list, which its schema refuses.
  return found.length > 1
    ? found.map((child, index) => elementValue(child, member, `${at}/${index}`, read))
    : elementValue(only, member, at, read);
}

function itemsOf(elements: readonly XmlElement[], items: ValueShape, at: string, read: ReadText): readonly Json[] {
  return elements.map((element, index) => elementValue(element, items, `${at}/${index}`, read));
}

/** Only a text keeps the space around it. */
function textValue(shape: ValueShape | undefined, text: string, at: string, read: ReadText): Json {
  return read(shape, shape && !shape.scalars.includes('string') && shape.scalars.length > 0 ? text.trim() : text, at);
}
