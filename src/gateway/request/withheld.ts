/** What of a request may be kept or quoted: never a credential, nor a number that could be a real patient's. */
import { findLiveNhsNumbers, mayHoldLiveNumber, redactLiveNhsNumbers } from '../../fhir/nhs-number.ts';
import { decodeUrl } from './path.ts';

/** Query parameters that carry a credential, and what stands in its place. */
const credential = /([?&](?:access_token|id_token|refresh_token|token|api[-_]?key|client_secret|client_assertion|password)=)[^&]*/gi;

/** A URL as it may be kept and shown, and whether it could hold a number of a real patient. */
export function redactedUrl(sent: string): { readonly shown: string; readonly isSuspect: boolean } {
  const url = sent.includes('?') ? sent.replace(credential, '$1withheld') : sent;
  const readable = url.includes('%') ? (decodeUrl(url) ?? url) : url;
  return mayHoldLiveNumber(readable)
    ? { shown: redactLiveNhsNumbers(readable, { identifier: true }), isSuspect: true }
    : { shown: url, isSuspect: false };
}

/** A value as a dialect may quote it: nothing where it could be a live number. */
export function quotable(text: string): string | undefined {
  return mayHoldLiveNumber(text) && findLiveNhsNumbers(text, { identifier: true }).length > 0 ? undefined : text.slice(0, 100);
}
