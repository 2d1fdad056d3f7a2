/** The header that names the receiver: `{"system": …, "value": …}` in base64. */
import { isObject } from '../../../src/contract/json.ts';
import type { Call } from '../../../src/mock/call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { fault } from '../faults.ts';

export const targetHeader = 'NHSD-Target-Identifier';

export interface Target {
  readonly system: string;
  readonly value: string;
}

/** Of a message for a receiver that the workspace brought: it is subscribed to by this name. */
export const messageTypeOf = (value: string): string => `to-${value}`;

/** Undefined where it is not there: the contract says where it has to be. */
export function readTarget(call: Pick<Call, 'header'>): Target | Problem | undefined {
  const sent = call.header(targetHeader) ?? '';
  if (sent === '') return undefined;
  const text = jsonIn(sent);
  if (text === undefined) return wrong('400', `The base64 decoding of the ${targetHeader} header failed.`);
  if (!isObject(text)) return noTarget;
  const { system, value } = text;
  return typeof system === 'string' && typeof value === 'string' && value !== '' ? { system, value } : noTarget;
}

const wrong = (issue: string, words: string): Problem => fault('invalid-value', ['PROXY_BAD_REQUEST', issue, words]);

const noTarget = wrong('structure', `Invalid schema for ${targetHeader} header`);

/** As the contract has it: with its padding, and no spaces. */
const isBase64 = (text: string): boolean => text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text);

function jsonIn(base64: string): unknown {
  try {
    return isBase64(base64) ? JSON.parse(atob(base64)) : undefined;
  } catch {
    return undefined;
  }
}
