/** Requests as files for programs that send them. Such programs take some texts of a request for commands of their own: those are written another way, or left out. */
import type { components } from '../../../generated/sandbox-control.types.ts';

export type ListedOperation = components['schemas']['ListedOperation'];
type Request = NonNullable<ListedOperation['request']>;

export interface WrittenRequest {
  readonly method: string;
  /** Below the base of the API, as it stands in an address. */
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: string;
  /** What could not be written. */
  readonly leftOut: readonly string[];
}

/** `{{…}}` names a variable, which may be a secret of whoever sends it. */
const variable = /\{\{|\}\}/;

export function writtenRequest({ method, target, headers, body }: Request, base: string): WrittenRequest {
  const below = target.startsWith(base) ? target.slice(base.length) : target;
  const sent = Object.entries(headers);
  const plain = sent.filter(([, value]) => /^[\t\x20-\x7e]*$/.test(value) && !variable.test(value));
  const text = body === undefined ? undefined : plainBody(body);
  return {
    method,
    target: below.replaceAll(/[\s{}<>"\\^`|]/g, (sign) => encodeURIComponent(sign)),
    headers: plain,
    ...(text !== undefined && { body: text }),
    leftOut: [
      ...sent.filter((one) => !plain.includes(one)).map(([name]) => `the header ${name}`),
      ...(body !== undefined && text === undefined ? ['the body'] : []),
    ],
  };
}

/** JSON says everything in other words, too; of other texts only those that hold nothing to be mistaken are written. */
function plainBody(body: string): string | undefined {
  const json = parsed(body);
  if (json !== undefined)
    return JSON.stringify(json, undefined, 2)
      .replaceAll('{{', String.raw`{\u007b`)
      .replaceAll('}}', String.raw`}\u007d`);
  return variable.test(body) || /^\s*(?:#{3}|<[@>\s]|<$|>|\/\/|@)/m.test(body) ? undefined : body;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** In one line. */
export const inOneLine = (text: string): string => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
