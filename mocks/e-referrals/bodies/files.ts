/** Files that a request names: DocumentReferences, each to one that was uploaded. */
import type { Json } from '../../../src/contract/contract.ts';
import { stringAt } from '../../../src/fhir/clinical/element.ts';
import type { Fault } from '../../../src/mock/problem.ts';
import type { AttachmentType } from '../attachments/attached.ts';
import { wrongAt } from '../faults/refusals.ts';
import type { Sent } from './parameters.ts';

interface NamedFiles {
  readonly faults: readonly Fault[];
  readonly files: readonly { readonly resource: Json; readonly at: string }[];
}

export function readFiles(sent: readonly Sent[], type: AttachmentType): NamedFiles {
  const faults = sent.flatMap(({ value, place }) => {
    const said = stringAt(value, 'type', 'coding', 'code');
    return [
      ...(stringAt(value, 'resourceType') === 'DocumentReference'
        ? []
        : [wrongAt('INVALID_FHIR_STRUCTURE', place, 'must be a DocumentReference')]),
      ...(said === undefined || said === type
        ? []
        : [wrongAt('INAPPROPRIATE_VALUE', `${place}.type`, `must be ${type}: it is whoever asks who attaches it`)]),
      ...(['current', undefined].includes(stringAt(value, 'status'))
        ? []
        : [wrongAt('INVALID_VALUE', `${place}.status`, 'must be current')]),
    ];
  });
  return { faults, files: sent.map(({ value, place }) => ({ resource: value, at: place })) };
}
