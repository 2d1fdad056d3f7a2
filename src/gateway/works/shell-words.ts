/** A text as one word of a command to paste, whatever is in it. */

/** For a POSIX shell. */
export const shellWord = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** The same, without quotation marks where it means nothing but itself. */
export const plainShellWord = (text: string): string => (/^[\w./:@%+=,-]+$/.test(text) ? text : shellWord(text));

/** For PowerShell, where nothing but a quotation mark means anything in such a word, and curly ones are taken for straight ones. */
export const powerShellWord = (text: string): string => `'${text.replaceAll(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
