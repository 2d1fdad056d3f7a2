/** What is said of a question that was answered but for a part of it: names that mean nothing, and areas that the practice keeps to itself. */
import type { JsonObject } from '../../src/contract/contract.ts';

interface LeftOut {
  readonly unknown: readonly string[];
  readonly disabled: readonly string[];
}

export function notImplemented({ unknown, disabled }: LeftOut): readonly JsonObject[] {
  const issue = [
    ...unknown.map((name) => warning(name, `${name} is an unrecognised parameter`)),
    ...disabled.map((name) => warning(name, `${name} has been disabled`)),
  ];
  const profile = ['https://fhir.nhs.uk/STU3/StructureDefinition/GPConnect-OperationOutcome-1'];
  return issue.length === 0 ? [] : [{ resourceType: 'OperationOutcome', meta: { profile }, issue }];
}

const system = 'https://fhir.nhs.uk/STU3/CodeSystem/Spine-ErrorOrWarningCode-1';

const warning = (diagnostics: string, text: string): JsonObject => ({
  severity: 'warning',
  code: 'not-supported',
  details: { coding: [{ system, code: 'NOT_IMPLEMENTED', display: 'Not implemented' }], text },
  diagnostics,
});
