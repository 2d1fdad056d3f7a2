/** One way to ask for a token (RFC 6749 §4). */
import type { operations } from '../../generated/identity.types.ts';
import type { Visited } from '../../control/visited.ts';
import type { Behaviour } from '../../mock/mock.ts';
import type { TokenRecord } from '../../workspace/applications/tokens.ts';
import type { Refusal } from '../assertion/rules.ts';
import type { TokenForm } from './read-form.ts';

export type TokenOperation = operations['token'];
export type TokenCall = Parameters<Behaviour<TokenOperation, Visited>>[0];

/** Verifies what takes time, and changes nothing; what it gives decides at once, and may use something up whatever it decides. */
export type Grant = (call: TokenCall, form: TokenForm) => Promise<Decide>;
export type Decide = () => Omit<TokenRecord, 'expires'> | Refusal;

export const isRefusal = (decided: ReturnType<Decide>): decided is Refusal => 'description' in decided;
