/** What is said of an exchange in plain words. Our server and our script both say it. */
import type { components } from '../../generated/sandbox-control.types.ts';

export type Exchanged = components['schemas']['Explanation'];

const meanings: Readonly<Record<number, string>> = {
  200: 'done',
  201: 'made',
  202: 'taken, to be done later',
  204: 'done, with nothing to say',
  206: 'a part of it',
  304: 'unchanged since you looked',
  400: 'something in the request is wrong',
  401: 'no valid proof of who asks',
  403: 'not allowed',
  404: 'not found',
  405: 'not with this method',
  406: 'not in the format that was asked for',
  408: 'took too long',
  409: 'in conflict with what is there',
  410: 'deleted',
  411: 'its length is missing',
  412: 'changed since you looked',
  413: 'too large',
  414: 'the address is too long',
  415: 'not in a format that is read here',
  422: 'well formed, and still wrong',
  428: 'the version that you looked at is missing',
  429: 'too many requests',
  431: 'headers are too large',
  500: 'a fault of the server',
  501: 'not served',
  502: 'a fault behind the server',
  503: 'not available now',
  504: 'took too long',
};

const classes: Readonly<Record<string, string>> = {
  1: 'still going on',
  2: 'done',
  3: 'look elsewhere',
  4: 'refused',
  5: 'failed',
};

export const meaningOf = (status: number): string => meanings[status] ?? classes[String(status).charAt(0)] ?? 'unknown';

const sources: Readonly<Record<NonNullable<Exchanged['answer']['by']>, string>> = {
  behaviour: 'rules written for it',
  inferred: 'what is stored here',
  example: 'a published example',
  generated: 'made-up data of the right form',
  problem: 'a refusal',
  platform: 'the sandbox itself',
  'on demand': 'as the request asked',
  fault: 'a fault that was set',
  stub: 'a stub of yours',
};

export const sourceOf = ({ by }: Exchanged['answer']): string => (by === undefined ? 'the sandbox itself' : sources[by]);

/** `2026-01-01 09:30:00`: instants of the sandbox are in UTC. */
export const timeOf = (at: string): string => at.slice(0, 19).replace('T', ' ');

/** The same to the minute, for what is planned or was made, where seconds tell nobody anything. */
export const minuteIn = (at: string): string => timeOf(at).slice(0, 16);
