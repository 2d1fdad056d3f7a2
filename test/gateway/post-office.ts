/** Two made-up APIs: letters that are sent some time after they are posted, and a register that notes whatever is sent. */
import { loadContract } from '../../src/contract/load.ts';
import type { Json } from '../../src/contract/contract.ts';
import type { Cue, MockEvents } from '../../src/mock/event.ts';
import type { AnyMock } from '../../src/mock/mock.ts';
import { sandboxOf, type Sandbox, type SandboxOptions } from '../sandbox.ts';

const letters = loadContract({
  name: 'letters',
  text: `
openapi: 3.1.0
info: { title: Letters, version: 1.0.0 }
servers: [{ url: http://localhost:8787/letters }]
paths:
  /letters:
    post:
      operationId: post-letter
      requestBody: { content: { application/json: { schema: { type: object } } } }
      responses: { '201': { description: Posted, content: { application/json: { schema: { type: object } } } } }
  /letters/{id}:
    get:
      operationId: read-letter
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        '200': { description: A letter, content: { application/json: { schema: { type: object } } } }
        '404': { description: No letter }
`,
});
const register = loadContract({
  name: 'register',
  text: `
openapi: 3.1.0
info: { title: Register, version: 1.0.0 }
servers: [{ url: http://localhost:8787/register }]
paths:
  /sent:
    get: { operationId: read-sent, responses: { '200': { description: Sent, content: { application/json: { schema: { type: array } } } } } }
`,
});

/** What is done with a letter, and when: `failing` fails, `forever` never ends. */
interface Wish {
  readonly id: string;
  readonly in?: string;
  readonly at?: number;
  readonly do?: string;
  readonly refused?: true;
}

interface Letter {
  readonly id: string;
  readonly status: string;
  readonly at: string;
}

const write = ({ store, clock }: Pick<Cue, 'store' | 'clock'>, id: string, status: string): Letter => {
  const letter: Letter = { id, status, at: new Date(clock.now()).toISOString() };
  store.put('letters/letter', id, JSON.stringify(letter));
  return letter;
};
const idIn = (about: Json): string => String(about);

const events: MockEvents = {
  later: {
    sort(cue, about) {
      write(cue, idIn(about), 'sorted');
      cue.later({ in: 'PT2H', do: 'send', about });
    },
    send(cue, about) {
      write(cue, idIn(about), 'sent');
      cue.emit({ type: 'letter.sent', about });
    },
    fail(cue, about) {
      write(cue, idIn(about), 'half-written');
      throw new Error('the letter is torn');
    },
    forever(cue, about) {
      cue.store.put('letters/count', 'n', String(Number(cue.store.get('letters/count', 'n') ?? '0') + 1));
      cue.later({ in: 'PT0S', do: 'forever', about });
    },
  },
  laterInWords: { fail: 'A letter is torn' },
};

const postOffice: AnyMock = {
  events,
  behaviours: {
    'post-letter': (call) => {
      const { id, at, in: wait = 'PT1H', do: what = 'sort', refused } = call.body as unknown as Wish; // as these tests send it
      call.later({ ...(at === undefined ? { in: wait } : { at }), do: what, about: id });
      if (what === 'send') call.emit({ type: 'letter.expected', about: id });
      if (refused) return { problem: 'conflict', message: 'The box is full.' };
      return { status: 201, body: write(call, id, 'posted') };
    },
    'read-letter': (call) => {
      const letter = call.store.get('letters/letter', call.path['id'] ?? '');
      return letter === undefined ? { problem: 'not-found', message: 'No such letter.' } : { status: 200, rendered: letter };
    },
  },
};

const note = (cue: Cue, about: Json, word: string): void => {
  cue.store.put('register/sent', `${idIn(about)} ${word}`, JSON.stringify(cue.clock.now()));
};
const registry: AnyMock = {
  events: {
    on: {
      'letter.sent': (cue, about) => note(cue, about, 'sent'),
      'letter.expected': (cue, about) => {
        note(cue, about, 'expected');
        if (about === 'endless') cue.emit({ type: 'letter.expected', about });
      },
    },
  },
  behaviours: { 'read-sent': ({ store }) => ({ status: 200, body: store.keys('register/sent') }) },
};

export interface PostOffice extends Sandbox {
  post(wish: Wish): Promise<Response>;
  status(id: string): Promise<unknown>;
  letter(id: string): Promise<Partial<Letter>>;
  sent(): Promise<unknown>;
  /** Moves the clock on from noon of the first of January 2026. */
  wait(hours: number): void;
}

export function openPostOffice(options: SandboxOptions = {}): PostOffice {
  const sandbox = sandboxOf([letters, register], { mocks: { letters: postOffice, register: registry }, ...options });
  const letter = async (id: string): Promise<Partial<Letter>> => {
    const response = await sandbox.send('GET', `/letters/letters/${id}`);
    return response.status === 200 ? ((await response.json()) as Letter) : {}; // as the mock writes it
  };
  return {
    ...sandbox,
    letter,
    post: (wish) => sandbox.send('POST', '/letters/letters', wish),
    status: async (id) => (await letter(id)).status,
    sent: async () => (await sandbox.send('GET', '/register/sent')).json(),
    wait: (hours) => sandbox.clock.set(sandbox.clock.now() + hours * 3_600_000),
  };
}
