/** What a request sent besides its address, as far as that is known: the newest refused ones in memory, and all that the journal keeps whole. */
import type { Operation } from '../../contract/contract.ts';
import type { Exchange } from '../../workspace/journal/exchange.ts';
import type { KeptRequest, KeptRequests } from './kept-requests.ts';

export function sentWith({ id, sent }: Exchange, { parameters }: Operation, kept: KeptRequests): KeptRequest {
  const declared = parameters.flatMap(({ in: place, name }) => (place === 'header' ? [name.toLowerCase()] : []));
  const names = new Set(['accept', 'content-type', ...declared]);
  const headers = (sent?.headers ?? []).filter(([name, value]) => names.has(name) && value !== '*/*' && isWhole(value));
  const { text, cut } = sent?.body ?? {};
  const journalled = { headers: Object.fromEntries(headers), ...(text !== undefined && !cut && isWhole(text) && { body: text }) };
  // What is in memory has longer bodies.
  return { ...journalled, ...kept.of(id) };
}

/** What was withheld is no value, and what has it is another text than was sent. */
const isWhole = (text: string): boolean => !/withheld/.test(text);
