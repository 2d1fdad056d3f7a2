/** Work that can be put down between two of its steps: nobody else is served while one is done. */
export type Interruptible<T> = Generator<undefined, T>;

/** For whoever has nobody else to serve. */
export function atOnce<T>(work: Interruptible<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Steps that are done before others are let in: some milliseconds of reading clinical records. */
const together = 40;

/** Lets others in between. */
export async function lettingOthersIn<T>(work: Interruptible<T>): Promise<T> {
  for (let step = 1; ; step += 1) {
    const { done, value } = work.next();
    if (done) return value;
    if (step % together === 0) await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
