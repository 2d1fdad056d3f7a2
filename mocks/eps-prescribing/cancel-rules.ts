/** What a cancellation must be: of one item, with a reason. */
import { elementAt } from '../../src/fhir/clinical/element.ts';
import { ofType, type Placed } from '../prescription-messages/bundle.ts';
import { missingField, wrongValue, type EpsIssue } from '../prescription-messages/issues.ts';

const request = 'Bundle.entry.resource.ofType(MedicationRequest)';

export function cancelRules(placed: readonly Placed[]): readonly EpsIssue[] {
  const items = ofType(placed, 'MedicationRequest');
  if (items.length !== 1)
    return [
      wrongValue(`Expected exactly 1 MedicationRequest in a cancellation, but found ${items.length}.`, {
        expression: request,
        pointer: '/entry',
      }),
    ];
  return items.flatMap(({ resource, pointer }) => [
    ...(resource['status'] === 'cancelled'
      ? []
      : [wrongValue(`MedicationRequest.status must be 'cancelled'.`, { expression: `${request}.status`, pointer: `${pointer}/status` })]),
    ...(elementAt(resource, 'statusReason') === undefined ? [missingField(`${request}.statusReason`, `${pointer}/statusReason`)] : []),
  ]);
}
