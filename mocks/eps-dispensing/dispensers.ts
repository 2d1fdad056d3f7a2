/** Who has a prescription, as others are told: from the register, or as they said of themselves when they released it. */
import type { JsonObject } from '../../src/contract/contract.ts';
import { isObject } from '../../src/contract/json.ts';
import { writeOrganization } from '../../src/fhir/clinical/context.ts';
import { system } from '../../src/fhir/clinical/systems.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import { withAnotherDispenser } from '../electronic-prescriptions/outcomes-of-spine.ts';
import type { Outcome } from '../electronic-prescriptions/issues.ts';
import type { IssueState, Prescription } from '../prescriptions/prescription.ts';

export const isOtherDispenser = ({ dispenser }: IssueState, asking: string): boolean =>
  dispenser !== undefined && dispenser.toUpperCase() !== asking.toUpperCase();

export function withAnother(call: AnyCall, prescription: Prescription, state: IssueState): Outcome<400> {
  return withAnotherDispenser(dispenserTold(call, prescription, state), call.clock.now());
}

function dispenserTold(
  call: AnyCall,
  { id, steps }: Prescription,
  { issue, dispenser = '' }: IssueState,
): JsonObject & { readonly id: string } {
  const released = steps.findLast((step) => step.issue === issue && step.what === 'released');
  const said: unknown = released?.sent === undefined ? undefined : JSON.parse(released.sent);
  const known = call.population.organisation(dispenser);
  const organisation = isObject(said) ? said : known && writeOrganization(known, { version: 'R4' });
  return {
    resourceType: 'Organization',
    identifier: [{ system: system.ods, value: dispenser }],
    ...organisation,
    id: `dispenser-${id.slice(0, 6).toLowerCase()}`,
  };
}
