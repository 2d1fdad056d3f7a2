/** The answers that an operation documents, as far as HTTP can carry them. */
import type { DocumentedResponse, Json } from '../contract.ts';
import { escapeToken, isObject } from '../json.ts';
import { readContent } from './content.ts';
import { followed, type Reading } from './reading.ts';
import { readHeaders } from './response-headers.ts';

/** Answers that have no body, whatever a contract shows (RFC 9110 §15). */
const BODILESS = new Set(['204', '205', '304']);

export function readResponses(reading: Reading, raw: Json | undefined, at: string): ReadonlyMap<string, DocumentedResponse> {
  const { quirks } = reading;
  const responses = new Map<string, DocumentedResponse>();
  for (const [key, value] of Object.entries(isObject(raw) ? raw : {})) {
    if (key.startsWith('x-')) continue;
    const status = /^[2-5](\d\d|XX)$/i.test(key) ? key.toUpperCase() : /^default$/i.test(key) ? 'default' : undefined;
    const pointer = `${at}/${escapeToken(key)}`;
    if (status === undefined) {
      quirks.push({ pointer, effect: 'unserved', message: whyNoStatus(key) });
      continue;
    }
    const found = followed(reading, value, pointer);
    const node = found?.node ?? {};
    const here = found?.pointer ?? pointer;
    const isBare = BODILESS.has(status);
    if (isBare && isObject(node['content']) && Object.keys(node['content']).length > 0)
      quirks.push({
        pointer: `${here}/content`,
        effect: 'mended',
        message: `A ${status} never has a body; the one shown here is left out.`,
      });
    responses.set(status, {
      key: status,
      description: typeof node['description'] === 'string' ? node['description'] : '',
      content: isBare ? [] : readContent(reading, node['content'], `${here}/content`),
      headers: readHeaders(reading, node['headers'], `${here}/headers`),
    });
  }
  return responses;
}

function whyNoStatus(key: string): string {
  return /^1(\d\d|XX)$/i.test(key)
    ? 'A status below 200 says that an answer is still to come, and is none itself; the response is left out.'
    : 'This is no status code (200), range (4XX) or "default"; the response is left out.';
}
