/** `nhs-sandbox listen`: what the APIs of a running sandbox send by themselves, shown here and handed on to an address that was typed. */
import { plainText } from '../contract/plain-text.ts';
import type { components } from '../generated/sandbox-control.types.ts';
import { isTaken } from '../workspace/callbacks/delivery.ts';
import { attemptHeaders } from '../workspace/callbacks/signature.ts';
import { untilAskedToStop } from './asked-to-stop.ts';
import { defineCommand } from './command.ts';
import { networkCode, UsageError } from './failure.ts';
import { flag, integer, textOption } from './options.ts';
import { connect, workspaceOptions, type Remote } from './remote/connection.ts';
import { told } from './remote/told.ts';
import type { Terminal } from './terminal.ts';

type Message = components['schemas']['Message'];

/** Seconds that a question waits for an answer, and that a receiver is given. */
const pollFor = 25;
const patience = 30;

export const command = defineCommand({
  name: 'listen',
  summary: 'Shows what a running sandbox sends by itself, and hands it on to a program of yours.',
  usage: '[--forward <address>] [options]',
  about: [
    'Reads the inbox of the workspace, which is always there, and sends each message to the address that you type and to no other: the sandbox need not reach you, so it may run anywhere. ' +
      'Messages are signed as Standard Webhooks has it, with the secret that is printed first.',
    'What the receiver does not take is said, and not sent again: it stays in the inbox.',
  ],
  examples: [
    ['listen --forward http://localhost:3000/hook', 'every message from now on'],
    ['listen --type "parcel-*" --all', 'only shows them, those that are there included'],
    ['listen --forward http://localhost:3000/hook --count 1', 'ends after the first, for scripts'],
  ],
  options: {
    forward: textOption('address', 'Where to send them: with POST, or by the method that a contract names.'),
    type: textOption('type', 'Only messages of this type; * at its end stands for any rest.'),
    api: textOption('name', 'Only what this API sends.'),
    all: flag('Also what is in the inbox already.'),
    count: integer('number', 'End after so many.', { initial: Infinity, min: 1, max: 1_000_000 }),
    ...workspaceOptions,
  },
  async run({ forward, type, api, all, count, ...others }, words, terminal) {
    if (words.length > 0) throw new UsageError('listen takes options only');
    const to = forward === undefined ? undefined : readForward(forward);
    const remote = connect(others, ['key']);
    const { signingSecret } = await told(remote, remote.api.GET('/subscriptions'));
    const { last } = await told(remote, remote.api.GET('/inbox', { params: { query: { limit: 1 } } }));
    terminal.out(
      to === undefined
        ? `Showing what ${remote.url} sends.`
        : `Handing on what ${remote.url} sends to ${to.href}, signed with ${plainText(signingSecret, 100)}`,
    );
    const query = { ...(type !== undefined && { type }), ...(api !== undefined && { api }) };
    const hand = async (message: Message): Promise<void> => {
      const became = to && (await send(message, to, signingSecret));
      terminal.out(line(message, became, terminal));
    };
    await untilAskedToStop((signal) => handOn({ remote, query, since: all ? 0 : last, count, signal }, hand));
    return 0;
  },
});

interface Asking {
  readonly remote: Remote;
  readonly query: { readonly type?: string; readonly api?: string };
  readonly since: number;
  readonly count: number;
  readonly signal: AbortSignal;
}

async function handOn({ remote, query, since, count, signal }: Asking, hand: (message: Message) => Promise<void>): Promise<void> {
  let from = since;
  let left = count;
  while (left > 0 && !signal.aborted) {
    const asked = { params: { query: { ...query, since: String(from), wait: pollFor } }, signal };
    const { messages, last } = await told(remote, remote.api.GET('/inbox', asked));
    for (const message of messages.slice(0, left)) await hand(message);
    left -= messages.length;
    from = last;
  }
}

/** The only address that is ever sent to. */
function readForward(typed: string): URL {
  const address = URL.parse(typed);
  if (!address || !/^https?:$/.test(address.protocol)) throw new UsageError('--forward wants an address, as in http://localhost:3000/hook');
  return address;
}

/** The status of the answer, or why there is none. */
async function send(message: Message, to: URL, secret: string): Promise<number | string> {
  const { method, body } = message;
  const text = JSON.stringify(body);
  try {
    const response = await fetch(to, {
      method: method ?? 'POST',
      headers: attemptHeaders(message, text, { secret, now: Date.now() }),
      body: text,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience * 1000),
    });
    await response.body?.cancel();
    return response.status;
  } catch (error) {
    return networkCode(error) ?? 'no answer';
  }
}

function line({ number, api, type, subject, id, manner }: Message, became: number | string | undefined, { bold, red }: Terminal): string {
  const wasTaken = typeof became === 'number' && isTaken(became, manner);
  const outcome = became === undefined ? [] : [wasTaken ? String(became) : red(plainText(String(became), 40))];
  const about = subject === undefined ? [] : [plainText(subject, 60)];
  return [String(number), ...outcome, plainText(api, 64), bold(plainText(type, 100)), ...about, plainText(id, 64)].join('  ');
}
