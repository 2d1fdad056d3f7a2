/** What is known of a home as a whole: who may make workspaces, and how many were made and have ended. */
import type { Store } from '../../workspace/store/store.ts';
import type { SignUp } from '../workspaces.ts';

const collection = 'deployment';

export interface DeploymentRows {
  signUp(): SignUp;
  setSignUp(signUp: SignUp): void;
  numbers(): { readonly made: number; readonly ended: number };
  count(what: 'made' | 'ended', more: number): void;
  /** The secret that seals ids, made by `make` where there is none yet. */
  secret(make: () => string): string;
}

export function deploymentRows(store: Store): DeploymentRows {
  const numberOf = (what: string): number => Number(store.get(collection, what) ?? 0);
  return {
    signUp: () => signUps.find((known) => known === store.get(collection, 'sign-up')) ?? 'open',
    setSignUp: (signUp) => store.put(collection, 'sign-up', signUp),
    numbers: () => ({ made: numberOf('made'), ended: numberOf('ended') }),
    count: (what, more) => store.put(collection, what, String(numberOf(what) + more)),
    secret(make) {
      const known = store.get(collection, 'secret');
      if (known !== undefined) return known;
      const made = make();
      store.put(collection, 'secret', made);
      return made;
    },
  };
}

const signUps: readonly SignUp[] = ['open', 'events', 'closed'];
