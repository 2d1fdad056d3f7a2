/** JSON of a client's making as a Patient: what the operation promises to answer with is what may be kept. */
import type { Json, SchemaFault } from '../../../src/contract/contract.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import type { Patient } from './patient.ts';

interface Reading {
  /** The status whose schema it is held to. */
  readonly success: '200' | '201';
  /** Undefined where there are no faults. */
  readonly worded: (faults: readonly SchemaFault[]) => Problem | undefined;
}

export function readPatient(call: AnyCall, document: Json, { success, worded }: Reading): Patient | Problem {
  const schema = call.operation.responses.get(success)?.content[0]?.schema;
  // The check is what makes this JSON a Patient.
  return worded(schema ? call.check(schema, document) : []) ?? (document as Patient);
}
