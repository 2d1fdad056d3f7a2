/** A call of what comes with the sandbox for signing in: besides what any call has, the workspace with its applications and tokens. */
import type { Visited } from '../control/visited.ts';
import type { AnyCall } from '../mock/any-call.ts';

export type IdentityCall = AnyCall & Visited;
