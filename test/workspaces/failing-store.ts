/** A store in which one write fails, as a full disk makes it. */
import type { Store } from '../../src/workspace/store/store.ts';

const writes = ['put', 'delete', 'clear'] as const;

function onWrite(store: Store, told: () => void): Store {
  // Whoever writes passes here first, each method with what it was given.
  const watched = Object.fromEntries(
    writes.map((name) => [
      name,
      (...given: never[]) => {
        told();
        return (store[name] as (...those: never[]) => unknown)(...given);
      },
    ]),
  );
  return { ...store, ...watched };
}

/** The write with this number fails, counted from one; those after it do not. */
export function failingStore(store: Store, nth: number): Store {
  let count = 0;
  return onWrite(store, () => {
    if (++count === nth) throw new Error('no room');
  });
}

/** How many writes something takes. */
export function writesOf(store: Store, work: (store: Store) => void): number {
  let count = 0;
  work(onWrite(store, () => count++));
  return count;
}
