/** What goes wrong by a fault, in words. */
import type { components } from '../../generated/sandbox-control.types.ts';

export type KeptFault = components['schemas']['KeptFault'];
type Effect = components['schemas']['FaultEffect'];

/** `503 from the platform’s gateway, with Retry-After: 5` */
export function effectInWords(effect: Effect): string {
  switch (effect.type) {
    case 'status':
      return `${effect.status} in the API’s own shape${effect.example === undefined ? '' : `, the example ${effect.example}`}`;
    case 'rate-limit':
      return `429, ${effect.kind === 'quota' ? 'the quota is used up' : 'a spike is arrested'}${again(effect.retryAfter)}`;
    case 'gateway':
      return `${effect.status} from the platform’s gateway${again(effect.retryAfter)}`;
    case 'latency':
      return 'ms' in effect
        ? `the usual answer, ${effect.ms.toLocaleString('en-GB')} ms later`
        : `the usual answer, half of the time within ${effect.median.toLocaleString('en-GB')} ms and else later (sigma ${effect.sigma})`;
    case 'truncate':
      return `the body breaks off after ${effect.after.toLocaleString('en-GB')} bytes`;
    case 'slow-body':
      return `the body comes slowly, ${effect.bytesPerSecond.toLocaleString('en-GB')} bytes a second`;
    case 'drop':
      return effect.after === undefined
        ? 'the connection is closed without an answer'
        : `the connection is reset after ${effect.after.toLocaleString('en-GB')} bytes`;
    case 'stale':
      return `what was there before it was last written${effect.by === undefined ? '' : `, where that was within ${effect.by}`}`;
  }
}

const again = (seconds: number | undefined): string => (seconds === undefined ? '' : `, with Retry-After: ${seconds}`);

/** As it is written, without what the workspace adds. */
export function writtenFault(kept: KeptFault): components['schemas']['Fault'] {
  const { id: _, used: __, ...fault } = kept;
  return fault;
}
