/** What a cancellation must be: of one item, with a reason. */
import { elementAt } from '../../src/fhir/clinical/element.ts';
import { missingField, wrongValue, type MessageIssue } from '../electronic-prescriptions/issues.ts';
import { ofType, type Placed } from '../electronic-prescriptions/message.ts';

const request = 'Bundle.entry.resource.ofType(MedicationRequest)';

export function cancelRules(placed: readonly Placed[]): readonly MessageIssue[] {
  const items = ofType(placed, 'MedicationRequest');
  if (items.length !== 1)
    return [wrongValue(`Expected exactly 1 MedicationRequest in a cancellation, but found ${items.length}.`, request)];
  return items.flatMap(({ resource }) => [
    ...(resource['status'] === 'cancelled' ? [] : [wrongValue("MedicationRequest.status must be 'cancelled'.", `${request}.status`)]),
    ...(elementAt(resource, 'statusReason') === undefined ? [missingField(`${request}.statusReason`)] : []),
  ]);
}
