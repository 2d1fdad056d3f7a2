/** Whether a word is like another, without a regular expression that whoever asks could make slow. */

/** `*` stands for any letters, `?` for one. */
export function isLike(word: string, pattern: string): boolean {
  let [at, of] = [0, 0];
  let star = -1;
  let after = 0;
  while (at < word.length) {
    if (pattern[of] === '*') {
      star = of;
      after = at;
      of += 1;
    } else if (pattern[of] === '?' || pattern[of] === word[at]) {
      of += 1;
      at += 1;
    } else if (star >= 0) {
      after += 1;
      at = after;
      of = star + 1;
    } else return false;
  }
  while (pattern[of] === '*') of += 1;
  return of === pattern.length;
}

/** So many letters are other ones, or missing, or too many. */
export function isNearly(word: string, sought: string, edits: number): boolean {
  if (Math.abs(word.length - sought.length) > edits) return false;
  let row = Array.from({ length: sought.length + 1 }, (_, n) => n);
  for (let i = 1; i <= word.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= sought.length; j += 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (word[i - 1] === sought[j - 1] ? 0 : 1)));
    row = next;
  }
  return (row[sought.length] ?? 0) <= edits;
}
