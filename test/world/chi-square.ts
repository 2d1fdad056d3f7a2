/** Whether counts fit a table: Pearson's chi-square against its critical value at one in ten thousand. */

/** Cells expected to hold fewer than five are thrown together, as the test asks. */
export function chiSquare(observed: readonly number[], shares: readonly number[]): { statistic: number; critical: number } {
  const total = observed.reduce((sum, count) => sum + count, 0);
  const weight = shares.reduce((sum, share) => sum + share, 0);
  let statistic = 0;
  let cells = 0;
  const rare = { observed: 0, expected: 0 };
  observed.forEach((count, n) => {
    const expected = (total * (shares[n] ?? 0)) / weight;
    if (expected < 5) {
      rare.observed += count;
      rare.expected += expected;
      return;
    }
    statistic += (count - expected) ** 2 / expected;
    cells += 1;
  });
  if (rare.expected > 0) {
    statistic += (rare.observed - rare.expected) ** 2 / rare.expected;
    cells += 1;
  }
  const freedom = Math.max(1, cells - 1);
  // Wilson and Hilferty's approximation; 3.72 standard deviations leave one in ten thousand.
  const spread = 2 / (9 * freedom);
  return { statistic, critical: freedom * (1 - spread + 3.72 * Math.sqrt(spread)) ** 3 };
}
