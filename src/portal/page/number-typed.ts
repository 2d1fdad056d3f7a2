/** What was typed as a number: the number, or the text as it is, of which the sandbox's own API says what is wrong; nothing where nothing was typed. */
export function numberTyped(typed: string): number | string | undefined {
  if (typed === '') return undefined;
  return Number.isFinite(Number(typed)) ? Number(typed) : typed;
}
