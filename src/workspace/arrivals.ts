/** What comes one after the other, and those who wait for the next. */

export interface Arrivals {
  /** Whether something has come within so many milliseconds. Nothing has, once nobody wants to know any more. */
  arrival(milliseconds: number, signal?: AbortSignal): Promise<boolean>;
  /** The home ends, and waits for whoever waits here: nobody does any more. */
  letGo(): void;
  readonly hasLetGo: () => boolean;
}

/** `tell`: something has come. */
export function openArrivals(): Arrivals & { tell(): void } {
  const waiting = new Set<(hasCome: boolean) => void>();
  let isLetGo = false;
  return {
    tell() {
      for (const wake of waiting) wake(true);
    },
    arrival: (milliseconds, signal) =>
      new Promise((resolve) => {
        const wake = (hasCome: boolean): void => {
          waiting.delete(wake);
          clearTimeout(timer);
          signal?.removeEventListener('abort', giveUp);
          resolve(hasCome);
        };
        const giveUp = (): void => wake(false);
        const timer = setTimeout(giveUp, milliseconds);
        waiting.add(wake);
        if (isLetGo || signal?.aborted) giveUp();
        else signal?.addEventListener('abort', giveUp);
      }),
    letGo() {
      isLetGo = true;
      for (const wake of waiting) wake(false);
    },
    hasLetGo: () => isLetGo,
  };
}
