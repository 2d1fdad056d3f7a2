/** A parameter as a leaf, so that the same evidence tells what it means; and whom a search by identifier is for. */
import type { Operation, Parameter, SchemaAt } from '../../contract/contract.ts';
import { entityNamed } from './entity.ts';
import type { Leaf } from './leaf.ts';
import type { Merged } from './merged-schema.ts';
import type { Entity, Role } from '../roles/roles.ts';

export function parameterLeaf(operation: Operation, parameter: Parameter, read: (at: SchemaAt) => Merged): Leaf {
  const whole = parameter.schema ? read(parameter.schema) : undefined;
  const merged = whole?.items ? read(whole.items) : whole;
  const example = parameter.examples[0]?.value ?? merged?.schema.example;
  const description = parameter.description ?? merged?.schema.description;
  return {
    name: parameter.name.replace(/[:.].*$/, ''),
    context: [...segmentsBefore(operation, parameter).slice(-1), parameter.in],
    schema: { ...merged?.schema, ...(description === undefined ? {} : { description }) },
    pointer: parameter.schema?.pointer ?? `${operation.pointer}/parameters/${parameter.name}`,
    beside: [],
    siblings: {},
    ...(example === undefined ? {} : { example }),
  };
}

/** Literal segments of the path that stand before the parameter's own; all of them where it is not in the path. */
function segmentsBefore(operation: Operation, parameter: Parameter): readonly string[] {
  const segments = operation.path.split('/').filter((segment) => segment !== '');
  const own = segments.findIndex((segment) => segment.includes(`{${parameter.name}}`));
  return (own < 0 ? segments : segments.slice(0, own)).filter((segment) => !segment.includes('{') && !segment.startsWith('$'));
}

const IDENTIFIED: Readonly<Partial<Record<Entity, Role>>> = {
  patient: 'patient.nhsNumber',
  organisation: 'organisation.odsCode',
  pharmacy: 'pharmacy.odsCode',
  practitioner: 'practitioner.sdsUserId',
};

/**
 * FHIR searches by an identifier of whom a resource refers to (`patient:identifier`, `composition.subject:Patient.identifier`), of the
 * resource itself (`/Patient?identifier=`), or by a reference that NHS APIs give the number in (`?patient=`).
 * https://hl7.org/fhir/R4/search.html#reference
 */
export function searchedRole(operation: Operation, parameter: Parameter): Role | undefined {
  const parts = parameter.name.split(/[:.]/);
  const around =
    parts.at(-1) === 'identifier' ? parts.slice(0, -1) : parameter.in === 'query' && parameter.name === 'patient' ? parts : undefined;
  if (!around) return undefined;
  const words = around.length > 0 ? around : segmentsBefore(operation, parameter).slice(-1);
  const entity = words.map(entityNamed).findLast((found) => found !== undefined);
  return entity && IDENTIFIED[entity];
}
