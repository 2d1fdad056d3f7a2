/** Files that are nothing without their lines, sent with `curl --data @file`, which leaves out the ends of lines. */

/** What to do, behind what is wrong with the text; nothing where it has lines, or looks like no file of more than one. */
export function aboutLostLines(text: string): string {
  if (/[\r\n]./.test(text) || !manyLines.test(text)) return '';
  return ' Its lines have run together: with curl, send the file by --data-binary or -T, since --data takes the ends of lines away.';
}

/** A contract in YAML, or one object behind another. */
const manyLines = /^[^{]*(?:openapi|swagger)\b.*paths:|^\{[^{}]*\}\{/;
