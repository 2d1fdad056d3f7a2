/** JSON in the form of the FHIR profile that a workspace asked for: what is sent, once it has been held to the contract, and what is read. */
import type { Json } from '../contract/contract.ts';
import type { Telling } from '../mock/mock.ts';
import type { Incoming } from './request/incoming.ts';

/** Undefined where the workspace goes by the contract, as most do, or the API knows of no difference. */
export function tellingOf({ settings, api }: Incoming): Telling | undefined {
  return settings.profiles === 'contract' ? undefined : api?.mock?.profiles?.[settings.profiles];
}

export function inProfile(incoming: Incoming, text: string): string {
  const telling = tellingOf(incoming);
  if (!telling) return text;
  const answer = JSON.parse(text) as Json;
  const told = telling.tell(answer);
  return told === answer ? text : JSON.stringify(told);
}
