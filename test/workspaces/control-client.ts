/** Asks the sandbox's own API, wherever it is served, as somebody does who sits elsewhere: an organiser, an operator, or whoever comes by. */
import { operatorKey } from '../runtimes/workerd.ts';

export interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads what it expects to be there
  readonly body: any;
}

export interface Asking {
  readonly bearer?: string | undefined;
  /** Sent as JSON, unless it is a text. */
  readonly body?: unknown;
}

export interface Made {
  readonly id: string;
  readonly name?: string;
  readonly baseUrl: string;
  readonly managementKey: string;
  readonly curl: string;
  readonly env: readonly string[];
  readonly expires: string;
}

export interface MadeEvent {
  readonly id: string;
  readonly code: string;
  readonly expires: string;
}

export interface ControlClient {
  ask(method: string, path: string, asking?: Asking): Promise<Answer>;
  make(wishes?: object, bearer?: string): Promise<Made>;
  /** One, too, comes as a list. */
  makeMany(wishes: object, bearer: string): Promise<readonly Made[]>;
  makeEvent(wishes: object): Promise<MadeEvent>;
}

/** A server on Node trusts its own machine: a proxy's header says that whoever asks is somewhere else. */
const elsewhere = { 'X-Forwarded-For': '192.0.2.7' };

export function controlClient(url: () => string): ControlClient {
  async function ask(method: string, path: string, { bearer, body }: Asking = {}): Promise<Answer> {
    const isText = typeof body === 'string';
    const answer = await fetch(url() + path, {
      method,
      headers: {
        ...elsewhere,
        ...(bearer !== undefined && { Authorization: `Bearer ${bearer}` }),
        ...(body !== undefined && { 'Content-Type': isText ? 'application/yaml' : 'application/json' }),
      },
      ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, type: answer.headers.get('content-type'), text, body: parsed(text) };
  }

  async function made(path: string, body: object, bearer?: string) {
    const answer = await ask('POST', path, { body, bearer });
    if (answer.status !== 201) throw new Error(`nothing was made: ${answer.status} ${answer.text}`);
    return answer.body;
  }

  return {
    ask,
    make: (wishes = {}, bearer) => made('/_sandbox/workspaces', wishes, bearer),
    async makeMany(wishes, bearer) {
      const body = await made('/_sandbox/workspaces', wishes, bearer);
      return body.workspaces ?? [body];
    },
    makeEvent: (wishes) => made('/_sandbox/events', wishes, operatorKey),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
