/** What is asked of every request by its head, whatever its path, and the headers of every answer: this gateway looks before it routes. */
import type { AskedAtGate } from '../../src/mock/mock.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { requestReference } from '../notify-letters.ts';
import { found } from './faults/back-end.ts';
import { tooEarly } from './send/references.ts';
import { serviceBan, sentBefore } from './faults/words.ts';

/** Tokens of the official sandbox that are refused. */
const refused: Readonly<Record<string, Problem>> = {
  'Bearer InvalidMockToken': { problem: 'unauthorised', message: 'The official sandbox takes this token for an invalid one.' },
  'Bearer ClientNotRecognised': {
    problem: 'forbidden',
    message: 'The official sandbox takes this token for one of nobody who is onboarded.',
  },
};

const late: Problem = { problem: 'timeout', message: 'The service behind the gateway does not answer in time.', said: { status: 504 } };

/** Paths of the official sandbox that show what a gateway says of a service that fails. */
const failing: Readonly<Record<string, Problem>> = {
  '/_timeout': late,
  '/_timeout_504': late,
  '/_timeout_408': { problem: 'timeout', message: 'The request does not arrive in time.', said: { status: 408 } },
  '/_invalid_certificate': {
    problem: 'unavailable',
    message: 'The certificate of the service is not to be trusted.',
    said: { status: 503 },
  },
};

export function gate({ method, path, header }: AskedAtGate): Problem | undefined {
  const token = header('Authorization') ?? '';
  return (
    (Object.hasOwn(refused, token) ? refused[token] : undefined) ??
    wrongAccept(header('Accept')) ??
    (withBody.has(method) ? wrongBodyType(header('Content-Type') ?? '') : undefined) ??
    (Object.hasOwn(failing, path) ? failing[path] : undefined)
  );
}

const withBody: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);
const accepted = /^(?:application\/(?:vnd\.api\+)?json|\*\/\*)(?:\s*;\s*(?:charset="?utf-8"?|q=[\d.]+))*$/i;
const taken = /^application\/(?:vnd\.api\+)?json(?:\s*;\s*charset="?utf-8"?)?$/i;
const both = 'application/vnd.api+json or application/json';

function wrongAccept(accept: string | undefined): Problem | undefined {
  if (accept === undefined || accept.split(',').some((one) => accepted.test(one.trim()))) return undefined;
  return headerFault('not-acceptable', 'Accept', 406, `must allow ${both}, in utf-8`);
}

const wrongBodyType = (type: string): Problem | undefined =>
  taken.test(type.trim()) ? undefined : headerFault('unsupported-media-type', 'Content-Type', 415, `must be ${both}, in utf-8`);

const headerFault = (problem: 'not-acceptable' | 'unsupported-media-type', name: string, status: number, message: string): Problem => ({
  problem,
  message: `The ${name} header ${message}.`,
  faults: [{ in: 'header', name, pointer: '', keyword: 'type', message }],
  said: { status },
});

/** An id that the sandbox gives back. */
const mirrored = /^[\w.:-]{1,64}$/;
const origins = /^https?:\/\/[a-z][a-z0-9.-]*(?::\d{1,5})?$/i;

/** As the platform's gateway has them on this API. */
export function everyAnswer({ method, header, id }: AskedAtGate & { readonly id: string }): Readonly<Record<string, string>> {
  const origin = header('Origin');
  const asked = method === 'OPTIONS' ? header('Access-Control-Request-Method') : undefined;
  return {
    ...(!mirrored.test(header('X-Correlation-ID') ?? '') && { 'X-Correlation-ID': requestReference(id) }),
    'Cache-Control': uncached,
    ...(origin !== undefined && {
      ...(origins.test(origin) && { 'Access-Control-Allow-Origin': origin }),
      'Access-Control-Expose-Headers': 'x-correlation-id, x-sandbox-trace',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      // The published tests of the service look for what was asked among the headers of the answer.
      ...(asked !== undefined &&
        /^[A-Z]{1,20}$/.test(asked) &&
        origins.test(origin) && { Origin: origin, 'Access-Control-Request-Method': asked }),
    }),
  };
}

const uncached = 'no-cache, no-store, must-revalidate';

export const preflight = { 'Access-Control-Allow-Methods': 'GET, PUT, POST, PATCH, DELETE', 'Cache-Control': uncached };

/** What the official sandbox's codes for the Prefer header mean that say more than a status, in a body or a header. */
export const wishes: Readonly<Record<string, Problem>> = {
  '425': tooEarly,
  '403.1': found('forbidden', 403, serviceBan),
  '422_batch': found('duplicate', 422, sentBefore('batch'), '/data/attributes/messageBatchReference'),
  '422_message': found('duplicate', 422, sentBefore('message'), '/data/attributes/messageReference'),
};
