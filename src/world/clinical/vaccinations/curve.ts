/** Lines through points: uptake by year, and how late people come. */

/** Pairs of a place and a value, places in order: between them a straight line, before the first and after the last no change. */
export type Curve = readonly number[];

export function along(curve: Curve, at: number): number {
  let n = 0;
  while (n < curve.length && (curve[n] ?? 0) <= at) n += 2;
  const after = curve[n + 1];
  if (n === 0) return after ?? 0;
  const [before, value] = [curve[n - 2] ?? 0, curve[n - 1] ?? 0];
  return after === undefined ? value : value + ((at - before) / ((curve[n] ?? 0) - before)) * (after - value);
}
