/** The form of a FHIR `_search`: its members are search parameters that travel in a body (https://hl7.org/fhir/R4/http.html#search), and read as those are. */
import type { Contract, Json, MediaType, Operation, Parameter, SchemaFault } from '../contract.ts';
import { escapeToken } from '../json.ts';
import { decodeText, parseQuery } from '../parameters/query.ts';
import { planReader } from '../parameters/plan-reader.ts';
import { shapeOf } from '../value-shape.ts';
import { formMembers } from './form-members.ts';
import type { SettledBody } from './settle-readings.ts';

export function searchFormReader(contract: Contract, operation: Operation, { schema, encoding }: MediaType): (form: string) => SettledBody {
  const whole = schema?.schema ?? true;
  const members = formMembers(contract, whole);
  const closed = shapeOf(contract, whole).parts.some(({ additionalProperties }) => additionalProperties === false);
  const parameters = [...members.schemas].map(([name, own]): Parameter => {
    const { style = 'form', explode = style === 'form' } = encoding?.get(name) ?? {};
    return { name, in: 'query', required: members.required.has(name), schema: { pointer: '', schema: own }, style, explode, examples: [] };
  });
  const readers = parameters.map((parameter) => ({ parameter, read: planReader(contract, { ...operation, parameters }, parameter) }));
  return (form) => {
    const query = parseQuery(form);
    const value: Record<string, Json> = {};
    let several: Readonly<Record<string, Json>> | undefined;
    const faults: SchemaFault[] = [];
    const notes: string[] = [];
    const said = new Set<string>();
    for (const { parameter, read } of readers) {
      const { name } = parameter;
      const pointer = `/${escapeToken(name)}`;
      const decoded = read({ path: {}, query, header: () => undefined, cookies: {} });
      if (decoded === undefined) continue;
      if (parameter.required || 'faults' in decoded || (decoded.whole ?? decoded.value) !== '') said.add(name);
      if ('faults' in decoded) faults.push(...decoded.faults.map((fault) => ({ ...fault, pointer: pointer + fault.pointer })));
      else {
        Object.assign(value, decoded.value === undefined ? {} : { [name]: decoded.value }, decoded.modified);
        if (decoded.whole !== undefined) several = { ...several, [name]: decoded.whole };
        notes.push(...(decoded.notes ?? []));
      }
    }
    for (const [name, texts] of query.texts) {
      if (Object.hasOwn(value, name) || parameters.some((parameter) => parameter.name === name)) continue;
      const decoded = texts.map((text) => decodeText(text) ?? text);
      if (closed) faults.push({ pointer: `/${escapeToken(name)}`, keyword: 'additionalProperties', message: 'is not expected here' });
      else value[name] = decoded.length > 1 ? decoded : (decoded[0] ?? '');
    }
    const missing = [...members.missing((name) => said.has(name) || (!members.schemas.has(name) && Object.hasOwn(value, name)))];
    const demanded = missing.map((name) => ({ pointer: `/${escapeToken(name)}`, keyword: 'required', message: 'is required but missing' }));
    return { value, faults: [...demanded, ...faults], notes, ...(several && { several }) };
  };
}
