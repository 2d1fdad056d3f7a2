/** What a planned fault does to an answer once it stands: it is named, it waits, and the wire has its way with it. */
import { FaultyResponse } from './faulty-response.ts';
import type { PlannedFaults } from './plan-faults.ts';

export const faultHeader = 'X-Sandbox-Fault';

export async function carriedOut(response: Response, { ids, delay = 0, wire }: PlannedFaults): Promise<Response> {
  response.headers.set(faultHeader, ids.join(', '));
  if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
  if (!wire) return response;
  const whole = new Uint8Array(await response.arrayBuffer());
  // Of nothing, nothing can be cut.
  return whole.length > 0 || wire.type === 'drop' ? new FaultyResponse(response, whole, wire) : response;
}
