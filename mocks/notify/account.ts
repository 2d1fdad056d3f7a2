/** What the account of an application may do: all, but for those that the official sandbox has stand-ins of, in the place of a token. */
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { found } from './faults/back-end.ts';
import { cannotSetContactDetails, cannotSetOdsCode, odsCodeRequired, serviceBan } from './faults/words.ts';

const banned = 'banned';
const noDefault = 'noDefaultOds';
const noChange = 'noOdsChange';
const noContact = 'notAllowedContactDetailOverride';

export const standIns: readonly string[] = [banned, noDefault, noChange, noContact];

const standsIn = (call: Pick<AnyCall, 'header'>, one: string): boolean => call.header('Authorization') === one;

const ban = found('forbidden', 403, serviceBan);

export const bannedAccount = (call: Pick<AnyCall, 'header'>): Problem | undefined => (standsIn(call, banned) ? ban : undefined);

export interface OwnWords {
  readonly recipient: { readonly contactDetails?: unknown };
  readonly originator?: { readonly odsCode?: unknown };
}

/** The first of the messages that says what the account may not say, or not what it has to. */
export function odsCodeFault(call: AnyCall, messages: readonly OwnWords[], at: (index: number) => string): Problem | undefined {
  if (!standsIn(call, noDefault) && !standsIn(call, noChange)) return undefined;
  const isGiven = standsIn(call, noChange);
  const wrong = messages.findIndex(({ originator }) => (originator?.odsCode !== undefined) === isGiven);
  if (wrong < 0) return undefined;
  return found('invalid-value', 400, isGiven ? cannotSetOdsCode : odsCodeRequired, `${at(wrong)}/originator/odsCode`);
}

export function contactDetailsFault(call: AnyCall, messages: readonly OwnWords[], at: (index: number) => string): Problem | undefined {
  if (!standsIn(call, noContact)) return undefined;
  const wrong = messages.findIndex(({ recipient }) => recipient.contactDetails !== undefined);
  return wrong < 0 ? undefined : found('invalid-value', 400, cannotSetContactDetails, `${at(wrong)}/recipient/contactDetails`);
}
