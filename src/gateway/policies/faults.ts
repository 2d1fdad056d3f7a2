/** What a rule of the workspace has gone wrong with this request, said in the place of its answer. */
import type { Answerer } from '../../answer/answer.ts';
import type { Answered } from '../../answer/documented.ts';
import { rateLimits } from '../../dialect/rate-limits.ts';
import type { Reply } from '../../mock/reply.ts';
import type { AnswerEffect, GatewayStatus } from '../faults/effect.ts';
import { answerWithStatus } from '../on-demand.ts';
import type { Incoming } from '../request/incoming.ts';

export function checkFaults(incoming: Incoming, answerer: Answerer): Answered | undefined {
  const effect = incoming.planned?.answer;
  return effect && answeredWith(effect, incoming, answerer);
}

function answeredWith(effect: AnswerEffect, incoming: Incoming, answerer: Answerer): Answered | undefined {
  switch (effect.type) {
    case 'status':
      return answerWithStatus(incoming, answerer, { ...effect, by: 'fault' });
    case 'rate-limit': {
      const { message, retryAfter } = rateLimits[effect.kind];
      const headers = { 'Retry-After': String(effect.retryAfter ?? retryAfter) };
      return { by: 'fault', reply: { problem: 'rate-limited', limit: effect.kind, message, headers, said: { status: 429 } } };
    }
    case 'gateway':
      return { by: 'fault', reply: gatewayReply(effect.status, effect.retryAfter) };
  }
}

/** As the platform's gateway says what went wrong behind it: no API has a hand in it, whatever its shape. */
const gatewayFaults: Readonly<Record<GatewayStatus, { readonly faultstring: string; readonly errorcode: string }>> = {
  408: { faultstring: 'Request timed out', errorcode: 'messaging.adaptors.http.flow.RequestTimeOut' },
  500: { faultstring: 'Internal Server Error', errorcode: 'messaging.runtime.InternalServerError' },
  502: { faultstring: 'Unexpected EOF at target', errorcode: 'messaging.adaptors.http.flow.UnexpectedEOFAtTarget' },
  503: { faultstring: 'The Service is temporarily unavailable', errorcode: 'messaging.adaptors.http.flow.ServiceUnavailable' },
  504: { faultstring: 'Gateway Timeout', errorcode: 'messaging.adaptors.http.flow.GatewayTimeout' },
};

/** As bytes: what an API documents for the status says nothing of this body. */
function gatewayReply(status: GatewayStatus, retryAfter: number | undefined): Reply {
  const { faultstring, errorcode } = gatewayFaults[status];
  const bytes = new TextEncoder().encode(JSON.stringify({ fault: { faultstring, detail: { errorcode } } }));
  const headers = retryAfter === undefined ? {} : { headers: { 'Retry-After': String(retryAfter) } };
  return { status, ...headers, binary: { bytes, type: 'application/json' } };
}
