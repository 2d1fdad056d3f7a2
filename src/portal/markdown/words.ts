/** Pieces of Markdown. What was stored, sent or brought is a text in it, on one line, and never markup. */

/** Text that means nothing but itself. */
export const inText = (text: string): string =>
  text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>|#~]/g, String.raw`\$&`);

export const linked = (text: string, address: string): string =>
  `[${inText(text)}](<${address.replaceAll(/[<>\s\\]/g, encodeURIComponent)}>)`;

export function code(text: string): string {
  const line = text.replaceAll(/[\s\p{Cc}]+/gu, ' ');
  const fence = fenceAround(line, 1);
  return fence.length === 1 ? `\`${line}\`` : `${fence} ${line} ${fence}`;
}

export function codeBlock(text: string, language = ''): string {
  const fence = fenceAround(text, 3);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** More of them than stand together in the text. */
function fenceAround(text: string, least: number): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  return '`'.repeat(Math.max(least, longest + 1));
}

export const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

/** What there is of these, a blank line between them. */
export const paragraphs = (...parts: readonly (string | undefined | false)[]): string =>
  `${parts.filter((part) => typeof part === 'string' && part !== '').join('\n\n')}\n`;
