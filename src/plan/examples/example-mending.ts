/** A body that is being mended: its contract, what is made beside it, and how its faults are told. */
import type { Contract, Json, JsonObject, Operation, SchemaAt, SchemaFault } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import { generateModel, type Generator } from '../../making/generate.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';

export interface ExampleToMend {
  readonly generator: Generator;
  readonly at: SchemaAt;
  readonly value: Json;
  readonly operation: Pick<Operation, 'path'>;
  /** Where what is missing comes from, in the place of a body made along the value. */
  readonly shown?: Json;
}

export interface ExampleMending extends ExampleToMend {
  readonly contract: Contract;
  readonly meaning: Meaning;
  /** A body that fits, made along the published one: what is missing comes from it. */
  readonly donor: () => Json;
  /** Branches of choices that may still be tried. */
  branches: number;
}

/** What is too costly to check is not known to be wrong. */
export function faultsOf(contract: Contract, at: SchemaAt, value: Json): readonly SchemaFault[] {
  return contract.check(at, value).filter(({ keyword }) => keyword !== 'cost');
}

export function isAccepted(contract: Contract, at: SchemaAt, value: Json): boolean {
  return faultsOf(contract, at, value).length === 0;
}

export const isResource = (value: Json | undefined): value is JsonObject => isObject(value) && typeof value['resourceType'] === 'string';

export function madeAlone({ generator, operation }: ExampleMending, at: SchemaAt | undefined, name: string | undefined): Json | undefined {
  return at && generateModel({ generator, at, operation, ...(name === undefined ? {} : { name }) });
}
