/** The form of a FHIR `_search`: its members are search parameters that travel in a body (https://hl7.org/fhir/R4/http.html#search), and read as those are. */
import type { Contract, Json, MediaType, Operation, Parameter, Schema, SchemaFault } from '../contract.ts';
import { escapeToken } from '../json.ts';
import { decodeText, parseQuery } from '../parameters/query.ts';
import { planReader } from '../parameters/plan-reader.ts';
import { shapeOf } from '../value-shape.ts';
import type { SettledBody } from './settle-readings.ts';

export function searchFormReader(contract: Contract, operation: Operation, { schema, encoding }: MediaType): (form: string) => SettledBody {
  const { parts } = shapeOf(contract, schema?.schema ?? true);
  const required = new Set(parts.flatMap((part) => part.required ?? []));
  const closed = parts.some(({ additionalProperties }) => additionalProperties === false);
  const parameters = [...propertiesOf(parts)].map(([name, schemas]): Parameter => {
    const { style = 'form', explode = style === 'form' } = encoding?.get(name) ?? {};
    const own: Schema = schemas.length === 1 ? (schemas[0] ?? true) : { allOf: schemas };
    return { name, in: 'query', required: required.has(name), schema: { pointer: '', schema: own }, style, explode, examples: [] };
  });
  const readers = parameters.map((parameter) => ({ parameter, read: planReader(contract, { ...operation, parameters }, parameter) }));
  return (form) => {
    const query = parseQuery(form);
    const value: Record<string, Json> = {};
    const faults: SchemaFault[] = [];
    const notes: string[] = [];
    for (const { parameter, read } of readers) {
      const { name } = parameter;
      const pointer = `/${escapeToken(name)}`;
      const decoded = read({ path: {}, query, header: () => undefined, cookies: {} });
      if (decoded === undefined) {
        if (parameter.required) faults.push({ pointer, keyword: 'required', message: 'is required but missing' });
      } else if ('faults' in decoded) faults.push(...decoded.faults.map((fault) => ({ ...fault, pointer: pointer + fault.pointer })));
      else {
        Object.assign(value, decoded.value === undefined ? {} : { [name]: decoded.value }, decoded.modified);
        notes.push(...(decoded.notes ?? []));
      }
    }
    for (const [name, texts] of query.texts) {
      if (Object.hasOwn(value, name) || parameters.some((parameter) => parameter.name === name)) continue;
      const decoded = texts.map((text) => decodeText(text) ?? text);
      if (closed) faults.push({ pointer: `/${escapeToken(name)}`, keyword: 'additionalProperties', message: 'is not expected here' });
      else value[name] = decoded.length > 1 ? decoded : (decoded[0] ?? '');
    }
    return { value, faults, notes };
  };
}

function propertiesOf(parts: ReturnType<typeof shapeOf>['parts']): ReadonlyMap<string, Schema[]> {
  const found = new Map<string, Schema[]>();
  for (const { properties = {} } of parts)
    for (const [name, schema] of Object.entries(properties)) found.set(name, [...(found.get(name) ?? []), schema]);
  return found;
}
