/** Our own answers are held to the contract: every one in tests, the first of each operation and a sample at run time. A bad one is flagged, never hidden. */
import type { DocumentedResponse, Json } from '../../contract/contract.ts';
import type { Incoming } from '../request/incoming.ts';
import { essenceOf } from '../../contract/media-type.ts';

export type SelfCheck = (incoming: Incoming, documented: DocumentedResponse, type: string, status: number, body: () => Json) => void;

/** Answers of each operation and status checked before sampling begins, and one in how many after: a check costs as much as the answer. */
const first = 3;
const oneIn = 1_024;

export function selfChecker(options: { readonly every: boolean; readonly onDefect?: ((line: string) => void) | undefined }): SelfCheck {
  const seen = new Map<DocumentedResponse, number>();
  return (incoming, documented, type, status, body) => {
    const target = incoming.match?.target;
    if (!target) return;
    const times = (seen.get(documented) ?? 0) + 1;
    seen.set(documented, times);
    if (!options.every && times > first && times % oneIn !== 0) return;
    const essence = essenceOf(type);
    const media = documented.content.find((one) => essenceOf(one.type) === essence) ?? documented.content.find((one) => one.type === '*/*');
    if (!media?.schema) return;
    const faults = target.api.contract.check(media.schema, body());
    if (faults.length === 0) return;
    incoming.record.defects = faults.slice(0, 20).map((fault) => `${fault.pointer || '(body)'} ${fault.message}`);
    options.onDefect?.(
      `${target.api.contract.slug} ${target.operation.id} ${status} (${incoming.record.answeredBy}): ${incoming.record.defects.slice(0, 3).join('; ')}`,
    );
  };
}
