/** Faults of the platform itself, in its own shape: what goes wrong before any API is asked, or where none can answer any more. */
import { gatewayFault } from '../dialect/gateway-fault.ts';
import { headersLimit } from '../gateway/policies/limits.ts';
import { inert } from '../gateway/response/response-headers.ts';
import type { Problem } from '../mock/problem.ts';

export interface PlatformFault {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const headers = {
  'Content-Type': 'application/json',
  'X-Sandbox-Data': 'synthetic',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': inert,
};

export function platformFault(problem: Problem, status: number, now: number): PlatformFault {
  return {
    status,
    headers,
    body: JSON.stringify(gatewayFault.write(problem, { status, type: gatewayFault.type, now: new Date(now).toISOString(), id: '' })),
  };
}

export const responseOf = ({ status, headers, body }: PlatformFault): Response => new Response(body, { status, headers });

const tooLarge: Problem = { problem: 'too-large', message: `The headers are larger than ${headersLimit / 1024} KiB.` };
const bug: Problem = { problem: 'internal', message: 'The sandbox failed on this request. It goes on.' };

export const headersTooLarge = (now: number): PlatformFault => platformFault(tooLarge, 431, now);
export const ourBug = (now: number): PlatformFault => platformFault(bug, 500, now);

/** The name of what was thrown and where, in one line: never its message, which may quote what was sent. */
export function bugInOneLine(error: unknown): string {
  if (!(error instanceof Error)) return 'bug: thrown without an Error';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return `bug: ${error.name}${frames
    .slice(0, 6)
    .map((frame) => ` ${frame.trim()}`)
    .join('')}`;
}
