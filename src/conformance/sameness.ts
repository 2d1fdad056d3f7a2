/** By what turns belong together, for rules that look back. */
import type { Sameness, Turn } from '../mock/conformance.ts';

/** Requests to one API. */
export const byApi: Sameness = ({ contract }) => contract.slug;

/** Requests for one thing, whatever is done with it. */
export const byPath: Sameness = ({ path }) => path;

/** Requests that are the same: what was asked, of what, with which body. Headers may differ. Nobody can tell where a body was not kept. */
export const byRequest: Sameness = ({ exchange: { method, url, sent } }) => {
  const { bytes = 0, text } = sent?.body ?? {};
  return bytes > 0 && text === undefined ? undefined : `${method} ${url} ${bytes} ${text ?? ''}`;
};

export const byRequestId: Sameness = (turn) => turn.sent('x-request-id')?.toLowerCase();

export const byToken: Sameness = (turn) => turn.sent('authorization');

export function first<T>(all: Iterable<T>): T | undefined {
  for (const one of all) return one;
  return undefined;
}

export const onlyReads = ({ exchange: { method } }: Turn): boolean => method === 'GET' || method === 'HEAD';

export const succeeded = ({ exchange: { status } }: Turn): boolean => status >= 200 && status < 300;
