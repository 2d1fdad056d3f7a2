/** What of a request may be kept or quoted: never a credential, nor a number that could be a real patient's. */
import { findLiveNhsNumbers, redactLiveNhsNumbers } from '../../fhir/nhs-number.ts';
import { decodeUrl } from './path.ts';

/** Ten digits that begin as issued numbers do, whatever stands between them: cheap, and never misses what the detector would find. */
const candidate = /(?<![0-9])[3467\uff13\uff14\uff16\uff17](?:[^0-9A-Za-z"{}[\]]{0,6}[0-9\uff10-\uff19]){9}(?![0-9])/;

/** The ids that most requests carry look like numbers with dashes in them, and are not. */
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export const mayHold = (text: string): boolean => candidate.test(text) && !uuid.test(text);

/** Query parameters that carry a credential, and what stands in its place. */
const credential = /([?&](?:access_token|id_token|refresh_token|token|api[-_]?key|client_secret|client_assertion|password)=)[^&]*/gi;

/** A URL as it may be kept and shown. */
export function redactedUrl(sent: string): string {
  const url = sent.includes('?') ? sent.replace(credential, '$1withheld') : sent;
  const readable = url.includes('%') ? (decodeUrl(url) ?? url) : url;
  return mayHold(readable) ? redactLiveNhsNumbers(readable, { identifier: true }) : url;
}

/** A value as a dialect may quote it: nothing where it could be a live number. */
export function quotable(text: string): string | undefined {
  return mayHold(text) && findLiveNhsNumbers(text, { identifier: true }).length > 0 ? undefined : text.slice(0, 100);
}
