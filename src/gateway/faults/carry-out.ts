/** What a planned fault does to an answer once it stands: it waits, and the wire has its way with it. */
import { FaultyResponse } from './faulty-response.ts';
import type { PlannedFaults } from './plan-faults.ts';

export async function carriedOut(response: Response, { delay = 0, wire }: PlannedFaults): Promise<Response> {
  if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
  if (!wire) return response;
  const whole = new Uint8Array(await response.arrayBuffer());
  // Of nothing, nothing can be cut.
  return whole.length > 0 || wire.type === 'drop' ? new FaultyResponse(response, whole, wire) : response;
}
