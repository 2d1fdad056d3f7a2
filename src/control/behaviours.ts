/** Some of the behaviours of the sandbox's own API, as the files beside this one give them. */
import type { operations } from '../generated/sandbox-control.types.ts';
import { stepped, type Mock, type Steps } from '../mock/mock.ts';
import type { Visited } from './visited.ts';

export type Behaviours<Id extends keyof operations> = Required<Pick<Mock<operations, Visited>['behaviours'], Id>>;
export type Ask<Id extends keyof operations> = Parameters<Extract<Behaviours<Id>[Id], (call: never, otherwise: never) => unknown>>[0];

/** Steps of what is done elsewhere than in the store of the workspace that is asked. */
export function elsewhere<C, Answer, Read, Sent>(steps: Omit<Steps<C, Answer, Read, Sent>, 'storesNothing'>): Steps<C, Answer> {
  return stepped({ ...steps, storesNothing: true });
}
