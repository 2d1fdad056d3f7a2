/** Many workspaces: the port that the sandbox's own API asks. Each home has an implementation; what they do is the same. */
import type { Problem } from '../mock/problem.ts';
import type { CountedNow } from '../workspace/workspace.ts';
import type { WorkspaceFacts } from './facts.ts';
import type { Wishes } from './wishes.ts';

export interface Workspaces {
  /** A workspace as it is seen from outside itself; undefined where nobody has this id, or has it any more. Makes no storage. */
  find(id: string): Promise<Tenant | undefined>;
  /** Makes as many as are wished for, all or none. A problem where sign-up is closed, or an event is full. */
  mint(wishes: Wishes): Promise<readonly Minted[] | Problem>;
  /** In order of making, without anything that is stored in them. */
  list(asked: ListAsked): Promise<ListedWorkspaces>;
  /** What was done in one that was listed, without waking more of it than that takes; undefined where it has ended since. */
  counted(facts: WorkspaceFacts): Promise<CountedNow | undefined>;
  readonly events: Events;
  readonly deployment: Deployment;
}

/** One workspace, as whoever may manage it acts on it from outside. */
export interface Tenant {
  readonly facts: WorkspaceFacts;
  counters(): Promise<Counters>;
  /** Renames it, or moves its end to so many hours from now, and never beyond that of its event. */
  change(changes: { readonly name?: string; readonly hours?: number }): Promise<WorkspaceFacts>;
  /** A new key; the old ones open it for so many more milliseconds, 0 being none. */
  rotateKey(overlap: number): Promise<RotatedKey>;
  reset(): Promise<void>;
  /** Everything that was changed in it, in a new workspace of the same seed, clock and settings. */
  fork(wishes: ForkWishes): Promise<Minted | Problem>;
  bringContract(name: string, text: string): Promise<Problem | undefined>;
  removeContract(name: string): Promise<boolean>;
  announce(text: string): Promise<void>;
  /** Deletes everything at once. The id is never used again. */
  end(): Promise<void>;
}

export interface RotatedKey {
  /** Shown once; only its hash is kept. */
  readonly managementKey: string;
  /** Milliseconds until when the key before it opens the workspace, where it does. */
  readonly oldKeyUntil?: number;
}

export interface Minted {
  readonly facts: WorkspaceFacts;
  /** Shown once; only its hash is kept. */
  readonly managementKey: string;
}

export interface ForkWishes {
  readonly name?: string;
  /** How long it lives; as long as the one it is made from where nothing is said. */
  readonly hours?: number;
  /** Whoever operates the deployment asks: no closed sign-up stops them. */
  readonly byOperator?: true;
}

export interface ListAsked {
  readonly event?: string;
  /** What the page before said to ask for next. */
  readonly after?: string;
  readonly limit: number;
}

export interface ListedWorkspaces {
  readonly workspaces: readonly WorkspaceFacts[];
  /** What to ask for next; absent at the end. */
  readonly next?: string;
}

/** What was done in a workspace, in numbers: never what was sent. */
export interface Counters extends CountedNow {
  /** Bytes that are stored. */
  readonly bytes: number;
}

/** Of one that is about other people than this release has, which is not opened. */
export const nothingCounted: Counters = { requests: 0, refused: 0, changes: 0, bytes: 0 };

/** A group of workspaces under one organiser, who holds its code. */
export interface EventFacts {
  readonly id: string;
  readonly name: string;
  readonly codeHash: string;
  /** Milliseconds. */
  readonly made: number;
  /** How many workspaces it may have at a time. */
  readonly workspaces: number;
  /** Milliseconds: no workspace of it outlives this. */
  readonly expires: number;
  readonly announcement?: string;
}

export interface Events {
  /** The code is shown once. */
  make(wishes: {
    readonly name: string;
    readonly workspaces: number;
    readonly hours: number;
  }): Promise<{ readonly facts: EventFacts; readonly code: string }>;
  find(id: string): Promise<EventFacts | undefined>;
  list(): Promise<readonly EventFacts[]>;
  /** An end that is moved to before that of a workspace moves that, too. */
  change(id: string, changes: { readonly announcement?: string; readonly hours?: number }): Promise<EventFacts | undefined>;
  /** Shared by its workspaces, those that are made later included. */
  contracts(id: string): Promise<readonly { readonly name: string; readonly text: string }[]>;
  putContract(id: string, name: string, text: string): Promise<Problem | undefined>;
  removeContract(id: string, name: string): Promise<boolean>;
  /** Forgets the event; its workspaces are ended by whoever asks for this. */
  remove(id: string): Promise<boolean>;
}

export interface Deployment {
  numbers(): Promise<{ readonly workspaces: number; readonly made: number; readonly ended: number; readonly events: number }>;
  signUp(): Promise<SignUp>;
  setSignUp(signUp: SignUp): Promise<void>;
}

/** Who may make workspaces: anybody, holders of an event's code, or nobody but the operator. */
export type SignUp = 'open' | 'events' | 'closed';
