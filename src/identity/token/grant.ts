/** One way to ask for a token (RFC 6749 §4). */
import type { operations } from '../../generated/identity.types.ts';
import type { Visited } from '../../control/visited.ts';
import type { Behaviour } from '../../mock/mock.ts';
import type { TokenRecord } from '../../workspace/applications/tokens.ts';
import type { TokenRefusal } from '../refusals.ts';
import type { TokenForm } from './read-form.ts';

export type TokenOperation = operations['token'];
export type TokenCall = Parameters<Behaviour<TokenOperation, Visited>>[0];

/** Verifies what takes time, and changes nothing; what it gives decides at once, and may use something up whatever it decides. */
export type Grant = (call: TokenCall, form: TokenForm) => Decide | Promise<Decide>;
export type Decide = () => Granted | TokenRefusal;

/** What a token is to stand for, and what comes with it. */
export interface Granted {
  readonly record: Omit<TokenRecord, 'expires'>;
  /** Of a log-in, which can be refreshed. */
  readonly refresh?: GivenRefresh;
  /** It was exchanged for another token, and the answer says for what kind of one (RFC 8693 §2.2.1). */
  readonly isExchanged?: true;
}

export interface GivenRefresh {
  readonly token: string;
  /** Milliseconds. */
  readonly lives: number;
  /** How often the log-in was refreshed. */
  readonly count: number;
}

/** A decision that nothing can change. */
export const refusing =
  (refusal: TokenRefusal): (() => TokenRefusal) =>
  () =>
    refusal;
