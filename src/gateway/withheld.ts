/** What of a request may be kept or quoted: never a number that could be a real patient's. */
import { findLiveNhsNumbers, redactLiveNhsNumbers } from '../fhir/nhs-number.ts';
import { decodeUrl } from './read-body.ts';

/** Ten digits that begin as issued numbers do, whatever stands between them: cheap, and never misses what the detector would find. */
const candidate = /(?<![0-9])[3467\uff13\uff14\uff16\uff17](?:[^0-9A-Za-z"{}[\]]{0,6}[0-9\uff10-\uff19]){9}(?![0-9])/;

/** The ids that most requests carry look like numbers with dashes in them, and are not. */
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export const mayHold = (text: string): boolean => candidate.test(text) && !uuid.test(text);

/** A URL as it may be kept and shown. */
export function redactedUrl(url: string): string {
  const readable = url.includes('%') ? (decodeUrl(url) ?? url) : url;
  return mayHold(readable) ? redactLiveNhsNumbers(readable, { identifier: true }) : url;
}

/** A value as a dialect may quote it: nothing where it could be a live number. */
export function quotable(text: string): string | undefined {
  return mayHold(text) && findLiveNhsNumbers(text, { identifier: true }).length > 0 ? undefined : text.slice(0, 100);
}
