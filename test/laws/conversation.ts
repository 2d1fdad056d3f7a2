/** Requests and answers of one sandbox, kept as lines that somebody could type. */
import type { Json } from '../../src/contract/contract.ts';
import type { Store } from '../../src/workspace/store/store.ts';
import { defects } from '../defects.ts';
import { origin, sandboxOf } from '../sandbox.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Json | undefined;
}

export interface Sending {
  readonly type?: string;
  readonly body?: Json;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Conversation {
  readonly lines: readonly string[];
  send(method: string, path: string, sending?: Sending): Promise<Answer>;
}

const short = (text: string): string => (text.length > 600 ? `${text.slice(0, 600)}… (${text.length} characters)` : text);
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

function written(body: Json | undefined, type: string): string | undefined {
  if (body === undefined) return undefined;
  if (type !== 'application/x-www-form-urlencoded') return JSON.stringify(body);
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(body ?? {})) for (const one of [value].flat()) form.append(name, String(one));
  return form.toString();
}

/** A conversation with a sandbox of its own. A path may be an address that an answer gave. */
export function conversationWith(contract: string, store?: Store): Conversation {
  const sandbox = sandboxOf(contract, store === undefined ? {} : { store });
  const lines: string[] = [];
  return {
    lines,
    async send(method, path, { type = 'application/json', body, headers = {} } = {}) {
      const text = written(body, type);
      const sent = { ...(text === undefined ? {} : { 'Content-Type': type }), ...headers };
      const options = Object.entries(sent).map(([name, value]) => ` -H ${quoted(`${name}: ${value}`)}`);
      lines.push(
        `curl -X ${method} ${quoted(path.replace(origin, ''))}${options.join('')}${text === undefined ? '' : ` -d ${quoted(short(text))}`}`,
      );
      const response = await sandbox.request(path, { method, headers: sent, ...(text === undefined ? {} : { body: text }) });
      const answered = await response.text();
      const told = ['location', 'etag'].flatMap((name) => (response.headers.has(name) ? [`${name}: ${response.headers.get(name)}`] : []));
      lines.push(`# ${[response.status, ...told, short(answered)].join(' ')}`);
      // Here, where the conversation that led to it is at hand.
      const broken = defects.splice(0);
      if (broken.length > 0) throw new Error(`the answer breaks its contract: ${broken.join('\n')}`);
      return { status: response.status, headers: response.headers, text: answered, body: readAs(response, answered) };
    },
  };
}

function readAs(response: Response, text: string): Json | undefined {
  if (text === '' || !/json/.test(response.headers.get('content-type') ?? '')) return undefined;
  const body: Json = JSON.parse(text);
  return body;
}
