/** Answers with which the wire does something, written to the socket itself: an HTTP server would set right what is meant to be wrong. */
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { ServerResponse } from 'node:http';
import { bytesPerStep, FaultyResponse, slowStep } from '../../gateway/faults/faulty-response.ts';

/** Only what has waited can be one. */
export function onTheWire(answer: Response | Promise<Response>, outgoing: ServerResponse): Response | Promise<Response> {
  return answer instanceof Promise
    ? answer.then((response) => (response instanceof FaultyResponse ? sendFaulty(response, outgoing) : response))
    : answer;
}

function sendFaulty(response: FaultyResponse, outgoing: ServerResponse): Response {
  const { wire, whole, status, headers } = response;
  const { socket } = outgoing;
  if (response.isNothing || !socket) {
    socket?.destroy();
    return RESPONSE_ALREADY_SENT;
  }
  outgoing.writeHead(status, { ...Object.fromEntries(headers), 'Content-Length': whole.length });
  if (wire.type === 'slow-body') slowly(outgoing, whole, bytesPerStep(wire.bytesPerSecond));
  else {
    outgoing.flushHeaders();
    const { after = 0 } = wire;
    // What was cut short ends like any answer; what was dropped ends with a reset.
    const end = (): void => void (wire.type === 'truncate' ? socket.end() : socket.resetAndDestroy());
    if (after === 0) setTimeout(end, slowStep);
    else outgoing.write(whole.subarray(0, after), () => setTimeout(end, slowStep));
  }
  return RESPONSE_ALREADY_SENT;
}

function slowly(outgoing: ServerResponse, whole: Uint8Array, step: number): void {
  let at = 0;
  const next = (): void => {
    if (outgoing.destroyed) return;
    outgoing.write(whole.subarray(at, at + step));
    at += step;
    if (at >= whole.length) outgoing.end();
    else setTimeout(next, slowStep);
  };
  next();
}
