/** Requests to Notify, and what is looked for in its answers, for the tests of it. */
import { expect } from 'vitest';
import { sandboxesFor, type Answer, type ApiSandbox, type Loose } from '../../sandbox.ts';

export type Notify = ApiSandbox<'notify'>;
export const open = await sandboxesFor('notify');

export const plans = {
  fourChannels: 'b838b13c-f98c-4def-93f0-515d4e4f4ee1',
  appThenText: '49e43b98-70cb-47a9-a55e-fe70c9a6f77c',
  emailThenLetter: 'b402cd20-b62a-4357-8e02-2952959531c8',
  letter: '936e9d45-15de-4a95-bb36-ae163c33ae53',
  withSecondary: '9ba00d23-cd6f-4aca-8688-00abc85a7980',
  text: '00000000-0000-0000-0000-000000000003',
  email: '00000000-0000-0000-0000-000000000002',
} as const;

export const recipient = '9990548609';
let sent = 0;
const reference = (): string => `reference-${++sent}`;

/** What is said otherwise than usual; `undefined` takes a member away. */
export const message = (more: object = {}): object => ({
  data: {
    type: 'Message',
    attributes: {
      routingPlanId: plans.text,
      messageReference: reference(),
      recipient: { nhsNumber: recipient },
      personalisation: { sms_body: 'See you on Monday.', email_subject: 'Monday', email_body: 'See you on Monday.' },
      ...more,
    },
  },
});

export const batch = (messages: unknown, more: object = {}): object => ({
  data: { type: 'MessageBatch', attributes: { routingPlanId: plans.text, messageBatchReference: reference(), messages, ...more } },
});

export const toOne = (nhsNumber: string = recipient): object => ({ messageReference: reference(), recipient: { nhsNumber } });

export const post = (sandbox: Notify, body: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
  const isBatch = JSON.stringify(body).includes('"messages":');
  return sandbox.call('POST', isBatch ? '/v1/message-batches' : '/v1/messages', { body, headers });
};

export async function accepted(sandbox: Notify, body: object): Promise<string> {
  const { status, body: answer } = await post(sandbox, body);
  expect([status, answer]).toMatchObject([201, {}]);
  return String(answer['data']?.['id']);
}

export const get = async (sandbox: Notify, id: string): Promise<Loose> =>
  (await sandbox.call('GET', `/v1/messages/${id}`)).body['data']?.['attributes'] ?? {};

const seconds = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
export const began = Date.UTC(2026, 0, 1);

/** Has it be so long after the beginning: `90s`, `24h`. */
export function wait(sandbox: Notify, after: string): void {
  const [, count = '', unit = 's'] = /^(\d+)([smhd])$/.exec(after) ?? [];
  sandbox.clock.set(began + Number(count) * seconds[unit as keyof typeof seconds]); // as the pattern has it
}

/** `sms sending`, in the order of the plan. */
export const channelsOf = (attributes: Loose): readonly string[] =>
  ((attributes['channels'] ?? []) as unknown as readonly { readonly type: string; readonly channelStatus: string }[]).map(
    ({ type, channelStatus }) => `${type} ${channelStatus}`,
  );

interface SentError {
  readonly id: string;
  readonly status: string;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly source?: { readonly pointer?: string; readonly header?: string };
  readonly links: { readonly about: string; readonly nhsNumbers?: string };
}

export const errorsOf = ({ body }: Answer): readonly SentError[] => (body['errors'] ?? []) as unknown as readonly SentError[]; // so every refusal has it

/** `400 CM_NULL_VALUE /data/type`, of each error. */
export const saidIn = (answer: Answer): readonly string[] =>
  errorsOf(answer).map(({ status, code, source }) => [status, code, source?.pointer ?? source?.header ?? []].flat().join(' '));

/** The first error, whose status is that of the answer. */
export const refusal = (answer: Answer): string => `${answer.status} ${saidIn(answer)[0]?.slice(4)}`;

/** What the inbox of a workspace holds, once everything that is due has happened. */
export async function inboxOf(sandbox: Notify, type = '') {
  await sandbox.call('GET', '/v1/nothing');
  return sandbox.workspace.callbacks.inbox.after(0).filter((one) => one.type.startsWith(type));
}
