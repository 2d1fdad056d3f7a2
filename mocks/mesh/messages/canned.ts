/** Messages that are there from the start, under ids that the official sandbox, the published contract and ours show. They never expire. */
import { fromBase64 } from '../../../src/contract/base64.ts';
import type { Message } from './message.ts';

const beginning = Date.UTC(2026, 0, 5, 9, 15);

interface Canned
  extends Pick<Message, 'id' | 'from' | 'to' | 'workflow'>, Partial<Pick<Message, 'status' | 'encoding' | 'said' | 'failure'>> {
  /** Base64. */
  readonly chunks: readonly string[];
}

const ofOfficialSandbox: readonly Canned[] = [
  { id: 'SIMPLE_MESSAGE', from: 'X26ABC2', to: 'X26ABC1', workflow: 'TEST_WORKFLOW_ACK', chunks: [btoa('Received with thanks.')] },
  {
    id: 'UNDELIVERED_MESSAGE',
    from: 'X26ABC2',
    to: 'X26ABC1',
    workflow: 'TEST_WORKFLOW_ACK',
    chunks: [btoa('Too late.')],
    status: 'undeliverable',
    failure: { code: '14', description: 'Message not collected by recipient after 5 days', linked: '' },
  },
  {
    id: 'CHUNKED_MESSAGE_GZ',
    from: 'X26ABC1',
    to: 'X26ABC2',
    workflow: 'TEST_WORKFLOW',
    // Two members of gzip, which make one text.
    chunks: ['H4sIAAAAAAACA3PLLCouUUjOKM3L5gIAD9xxDAwAAAA=', 'H4sIAAAAAAACA/NJLC5RSM4ozcvmAgDioC/4CwAAAA=='],
    encoding: 'gzip',
  },
];

const ofExamples: readonly Canned[] = [
  {
    id: '20260105091500123_K7Q2ZD',
    from: 'X26ABC1',
    to: 'X26ABC1',
    workflow: 'TEST_WORKFLOW2',
    chunks: [btoa('9000000009\n'), btoa('9990000018\n')],
    said: { 'mex-localid': 'y12345-list-0001' },
  },
  {
    id: '20210311101813838554_1B8F53',
    from: 'MAILBOX01',
    to: 'MAILBOX01',
    workflow: 'TEST_WORKFLOW2',
    chunks: [btoa('One.'), btoa('Two.'), btoa('Three.')],
    said: { 'mex-localid': 'api-docs-bob-sends-alice-a-chunked-file' },
  },
];

const contents = new Map([...ofOfficialSandbox, ...ofExamples].map(({ id, chunks }) => [id, chunks]));

export const canned: ReadonlyMap<string, Message> = new Map(
  [...ofOfficialSandbox, ...ofExamples].map(({ chunks, ...rest }): [string, Message] => [
    rest.id,
    {
      kind: 'DATA',
      said: {},
      type: 'text/csv',
      encoding: '',
      total: chunks.length,
      sizes: Object.fromEntries(chunks.map((chunk, n) => [n + 1, atob(chunk).length])),
      status: 'accepted',
      sent: beginning,
      changed: beginning,
      ...rest,
    },
  ]),
);

/** Examples take chunks and acknowledgements for ever, and forget them: what a contract shows works whenever it is tried. */
export const isExample = ({ id }: Message): boolean => ofExamples.some((one) => one.id === id);

export function cannedContent(id: string, chunk: number): Uint8Array<ArrayBuffer> | undefined {
  const content = contents.get(id)?.[chunk - 1];
  return content === undefined ? undefined : fromBase64(content);
}
