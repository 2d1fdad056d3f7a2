/** What a stub answers, in words. */
import type { components } from '../../generated/sandbox-control.types.ts';

export type KeptStub = components['schemas']['Stub'];
type StubAnswer = components['schemas']['StubAnswer'];

export function stubAnswerInWords({ answer, sequence, cycles }: Pick<KeptStub, 'answer' | 'sequence' | 'cycles'>): string {
  if (sequence === undefined) return oneInWords(answer ?? {});
  const end = cycles === true ? 'and then again from the first' : 'and the last again';
  return `in turn: ${sequence.map(oneInWords).join('; ')}; ${end}`;
}

function oneInWords({ status = 200, body, type, example, headers, store, then }: StubAnswer): string {
  const parts = [
    body !== undefined && (type ?? (typeof body === 'string' ? 'a text' : 'a body of JSON')),
    example !== undefined && `the example ${example}`,
    headers && Object.keys(headers).length > 0 && `the headers ${Object.keys(headers).join(', ')}`,
    store && 'rows that are written or deleted',
    then && 'something that changes later',
  ].filter((part) => typeof part === 'string');
  return parts.length === 0 ? `${status}, as the contract documents it` : `${status} with ${parts.join(', ')}`;
}

/** As it is written, without what the workspace counts. */
export function writtenStub(kept: KeptStub): components['schemas']['WrittenStub'] {
  const { used: _, ...stub } = kept;
  return stub;
}
