/** A FHIR resource as XML, made from its JSON (https://hl7.org/fhir/R4/json.html#xml). */
import type { Json, JsonObject } from '../contract/contract.ts';
import { isArray, isObject } from '../contract/json.ts';
import { escaped } from '../contract/xml/write-xml.ts';

/** Undefined where the value is no resource. */
export function fhirXml(value: Json): string | undefined {
  if (!isResource(value)) return undefined;
  const type = value.resourceType;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://hl7.org/fhir">${members(value)}</${type}>`;
}

function isResource(value: Json): value is JsonObject & { readonly resourceType: string } {
  return isObject(value) && typeof value['resourceType'] === 'string' && /^[A-Za-z]+$/.test(value['resourceType']);
}

/** What JSON keeps beside a primitive of the same name, under an underscore: its id and its extensions. */
const beside = (owner: JsonObject, name: string, index?: number): JsonObject | undefined => {
  const found = owner[`_${name}`];
  const own = index === undefined ? found : isArray(found) ? found[index] : undefined;
  return isObject(own) ? own : undefined;
};

/** `of`: the element that these are members of, where it is no resource. */
function members(owner: JsonObject, of?: string): string {
  let text = '';
  const names = new Set(Object.keys(owner).map((name) => (name.startsWith('_') ? name.slice(1) : name)));
  for (const name of names) {
    if (name === 'resourceType' || name === 'fhir_comments' || !/^[A-Za-z][\w-]*$/.test(name)) continue;
    // Of anything but a resource the id is an attribute, and so is the address of an extension.
    if (of !== undefined && (name === 'id' || (name === 'url' && isExtension(of)))) continue;
    const value = owner[name];
    const items = isArray(value) ? value : undefined;
    const others = owner[`_${name}`];
    const count = items?.length ?? (isArray(others) ? others.length : 1);
    for (let i = 0; i < count; i++) {
      const many = items !== undefined || isArray(others);
      text += element(name, many ? (items?.[i] ?? null) : (value ?? null), beside(owner, name, many ? i : undefined));
    }
  }
  return text;
}

const isExtension = (name: string): boolean => /^(modifierE|e)xtension$/.test(name);

function element(name: string, value: Json, more: JsonObject | undefined): string {
  if (isResource(value)) return `<${name}><${value.resourceType}>${members(value)}</${value.resourceType}></${name}>`;
  if (isObject(value)) return tagged(name, attributes(name, value), members(value, name));
  if (name === 'div' && typeof value === 'string') return narrative(value);
  if (isArray(value) || (value === null && !more)) return '';
  return tagged(
    name,
    `${more ? attributes(name, more) : ''}${value === null ? '' : ` value="${inAttribute(String(value))}"`}`,
    more ? members(more, name) : '',
  );
}

function attributes(name: string, value: JsonObject): string {
  const id = typeof value['id'] === 'string' ? ` id="${inAttribute(value['id'])}"` : '';
  return isExtension(name) && typeof value['url'] === 'string' ? `${id} url="${inAttribute(value['url'])}"` : id;
}

const tagged = (name: string, attributed: string, inner: string): string =>
  inner === '' ? `<${name}${attributed}/>` : `<${name}${attributed}>${inner}</${name}>`;

/** A narrative is XHTML as it stands; anything else under its name is text. */
function narrative(text: string): string {
  return /^\s*<div[\s>][\s\S]*<\/div>\s*$/.test(text) ? text.trim() : `<div xmlns="http://www.w3.org/1999/xhtml">${escaped(text)}</div>`;
}

/** Line breaks in an attribute would be read as spaces. */
const inAttribute = (text: string): string => escaped(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;').replaceAll('\r', '&#13;');
