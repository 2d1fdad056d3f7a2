/** Where a condition begins to hold. */

/** The first index for which `holds` is true, where it is false before and true after; `length` where it never is. */
export function firstThat(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
