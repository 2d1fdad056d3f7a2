/** A value as XML, by what its schema says of names, attributes and wrappers (OpenAPI 3.1 §4.8.26, and `nodeType` of 3.2). */
import type { Contract, Json, JsonObject, Schema, SchemaObject } from '../contract.ts';
import { isArray, isObject } from '../json.ts';

/** `root` names the outermost element where no schema does. */
export function writeXml(contract: Pick<Contract, 'resolve'>, value: Json, schema: Schema | undefined, root: string): string {
  const read = reader(contract);
  const name = read(schema).name ?? componentOf(schema) ?? root;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${isArray(value) ? wrapped(name, value, schema, itemName(schema)) : element(name, value, schema)}`;

  function element(name: string, value: Json, schema: Schema | undefined): string {
    const about = read(schema);
    const tag = (about.prefix === undefined ? '' : `${about.prefix}:`) + nameOf(about.name ?? name);
    const namespace =
      about.namespace === undefined ? '' : ` xmlns${about.prefix === undefined ? '' : `:${about.prefix}`}="${escaped(about.namespace)}"`;
    if (!isObject(value)) {
      const text = value === null ? '' : escaped(isArray(value) ? JSON.stringify(value) : String(value));
      return text === '' ? `<${tag}${namespace}/>` : `<${tag}${namespace}>${text}</${tag}>`;
    }
    let attributes = namespace;
    let inner = '';
    for (const [key, member] of Object.entries(value)) {
      const at = about.properties.get(key);
      const own = read(at);
      const spelt = (own.prefix === undefined ? '' : `${own.prefix}:`) + nameOf(own.name ?? key);
      if (own.node === 'attribute')
        attributes += member === null ? '' : ` ${spelt}="${escaped(typeof member === 'object' ? JSON.stringify(member) : String(member))}"`;
      else if (own.node === 'text') inner += escaped(String(member));
      else if (isArray(member)) inner += own.wrapped ? wrapped(key, member, at, own.name ?? key) : items(key, member, at);
      else inner += element(key, member, at);
    }
    return inner === '' ? `<${tag}${attributes}/>` : `<${tag}${attributes}>${inner}</${tag}>`;
  }

  function wrapped(name: string, list: readonly Json[], schema: Schema | undefined, each: string): string {
    const { name: own = name, prefix } = read(schema);
    const tag = (prefix === undefined ? '' : `${prefix}:`) + nameOf(own);
    return list.length === 0 ? `<${tag}/>` : `<${tag}>${items(each, list, schema)}</${tag}>`;
  }

  /** Items go by the name of their list, unless they have their own. */
  function items(name: string, list: readonly Json[], schema: Schema | undefined): string {
    const { items: at } = read(schema);
    return list.map((value) => element(name, value, at)).join('');
  }

  /** Of a list that is a whole body. */
  function itemName(schema: Schema | undefined): string {
    return componentOf(read(schema).items) ?? 'item';
  }
}

interface AboutXml {
  readonly name?: string;
  readonly prefix?: string;
  readonly namespace?: string;
  readonly node: 'element' | 'attribute' | 'text';
  readonly wrapped: boolean;
  readonly properties: ReadonlyMap<string, Schema>;
  readonly items?: Schema;
}

const unknown: AboutXml = { node: 'element', wrapped: false, properties: new Map() };

/** A schema with every part of it that says something of members: what it refers to, all of it, and each of its branches. */
function reader({ resolve }: Pick<Contract, 'resolve'>): (schema: Schema | undefined) => AboutXml {
  return (schema) => {
    if (typeof schema !== 'object') return unknown;
    const properties = new Map<string, Schema>();
    let items: Schema | undefined;
    const said: Record<string, Json> = {};
    const visit = (part: Schema, depth: number): void => {
      if (typeof part !== 'object' || depth > 8) return;
      const { xml } = part as SchemaObject & { readonly xml?: Json }; // an extension of OpenAPI to what JSON Schema says
      if (isObject(xml)) for (const [name, value] of Object.entries(xml)) said[name] ??= value;
      for (const [name, member] of Object.entries(part.properties ?? {})) if (!properties.has(name)) properties.set(name, member);
      items ??= part.items;
      for (const inner of [...(part.allOf ?? []), ...(part.oneOf ?? []), ...(part.anyOf ?? [])]) visit(inner, depth + 1);
      if (part.$ref !== undefined) visit(resolve(part), depth + 1);
    };
    visit(schema, 0);
    return aboutOf(said, properties, items);
  };
}

function aboutOf(said: JsonObject, properties: ReadonlyMap<string, Schema>, items: Schema | undefined): AboutXml {
  const text = (name: string): string | undefined => (typeof said[name] === 'string' ? said[name] : undefined);
  const [name, prefix, namespace, node] = [text('name'), text('prefix'), text('namespace'), text('nodeType')];
  return {
    ...(name !== undefined && { name }),
    ...(prefix !== undefined && { prefix: nameOf(prefix) }),
    ...(namespace !== undefined && { namespace }),
    node: said['attribute'] === true || node === 'attribute' ? 'attribute' : node === 'text' || node === 'cdata' ? 'text' : 'element',
    wrapped: said['wrapped'] === true || node === 'element',
    properties,
    ...(items !== undefined && { items }),
  };
}

/** A component's name is what its authors call the thing. */
function componentOf(schema: Schema | undefined): string | undefined {
  return typeof schema === 'object' ? /\/(?:schemas|definitions)\/([^/]+)$/.exec(schema.$ref ?? '')?.[1] : undefined;
}

const nameOf = (name: string): string => name.replaceAll(/[^\w.:-]/g, '_').replace(/^(?![A-Za-z_])/, '_');

/** As text or as the value of an attribute; what XML cannot hold is left out. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '');
}
