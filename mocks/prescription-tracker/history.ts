/** The steps that an issue has taken, as the history tells them. */
import type { JsonObject } from '../../src/contract/contract.ts';
import type { IssueState, Prescription, Step } from '../prescriptions/prescription.ts';
import { instantText, referTo } from './head.ts';
import { identifier, nominatedRelease, statusCoding, titles } from './systems.ts';

const participant = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-RequestOrchestration.action.participant.typeReference';
/** NHS England, which runs the batches. */
const runner = 'X26';

export function historyOf(
  { steps, pharmacy, prescriber }: Prescription,
  { issue }: IssueState,
  dispenses: ReadonlyMap<Step, readonly string[]>,
): readonly JsonObject[] {
  return steps
    .filter((step) => step.issue === issue)
    .map((step): JsonObject => {
      const { what, at, status, by, message } = step;
      const organisation = by?.organisation ?? (what === 'ordered' && prescriber.organisation !== '' ? prescriber.organisation : runner);
      const references = dispenses.get(step) ?? [];
      return {
        title: what === 'released' && organisation === pharmacy ? nominatedRelease : titles[what],
        timingDateTime: instantText(at),
        code: [
          { coding: [{ ...statusCoding(status) }] },
          ...(references.length > 0 && message !== undefined
            ? [{ coding: [{ system: 'https://tools.ietf.org/html/rfc4122', code: message }] }]
            : []),
        ],
        participant: [
          { extension: [{ url: participant, valueReference: { identifier: identifier('ods-organization-code', organisation) } }] },
        ],
        ...(references.length > 0 && { action: references.map((id) => ({ resource: referTo(id) })) }),
      };
    });
}
