/** Queries that a contract describes as a whole (OpenAPI 3.2, `in: querystring`). */
import type { Json, Schema, SchemaAt } from '../contract.ts';
import { escapeToken, isArray, isObject } from '../json.ts';
import { essenceOf } from '../media-type.ts';
import type { PlacedNode, Reading } from './reading.ts';
import { dereference } from './references.ts';

/** One parameter, and the schema that it has as a member of the whole. */
export interface QueryMember {
  readonly place: PlacedNode;
  readonly schema: SchemaAt;
}

/** The members of a form are parameters like any others. */
export function queryMembersOf(reading: Reading, { node, pointer }: PlacedNode): readonly QueryMember[] {
  const [[type, media] = []] = Object.entries(isObject(node['content']) ? node['content'] : {});
  const isForm = type !== undefined && essenceOf(type) === 'application/x-www-form-urlencoded';
  const schema = isForm && isObject(media) ? media['schema'] : undefined;
  const at = `${pointer}/content/${escapeToken(type ?? '')}`;
  const members = schema === undefined ? [] : [...propertiesOf(reading, schema, `${at}/schema`)];
  if (members.length === 0) {
    const message = 'A query that is described as a whole is understood where it is a form with members; this one is left out.';
    reading.quirks.push({ pointer, effect: 'unchecked', message });
  }
  const encoding = isObject(media) && isObject(media['encoding']) ? media['encoding'] : {};
  return members.map(({ name, required, at: own }) => {
    const { style = 'form', explode = true } = isObject(encoding[name]) ? encoding[name] : {};
    return { place: { node: { name, in: 'query', required, style, explode }, pointer: own.pointer }, schema: own };
  });
}

interface Property {
  readonly name: string;
  readonly required: boolean;
  readonly at: SchemaAt;
}

function* propertiesOf(reading: Reading, schema: Json, pointer: string, depth = 0): Generator<Property> {
  const found = dereference(reading.document, schema, pointer);
  if (!found || !isObject(found.node) || depth > DEPTH) return;
  const { properties, required, allOf } = found.node;
  for (const [name, own] of Object.entries(isObject(properties) ? properties : {})) {
    const at = { pointer: `${found.pointer}/properties/${escapeToken(name)}`, schema: own as Schema }; // mended, as every schema is by now
    yield { name, required: isArray(required) && required.includes(name), at };
  }
  for (const [index, part] of (isArray(allOf) ? allOf : []).entries())
    yield* propertiesOf(reading, part, `${found.pointer}/allOf/${index}`, depth + 1);
}

/** How deep combined schemas are followed for their members. */
const DEPTH = 8;
