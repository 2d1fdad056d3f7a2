/** The text of a value in JSON, or its beginning where it is long: what comes after is not written. */
import type { Json } from './contract.ts';
import { isArray, isObject } from './json.ts';

export function jsonBeginning(value: Json, most: number): string {
  let text = '';
  write(value);
  return text;

  function write(part: Json): void {
    if (text.length > most) return;
    if (isArray(part)) {
      text += '[';
      for (const [index, item] of part.entries()) {
        if (text.length > most) return;
        if (index > 0) text += ',';
        write(item);
      }
      text += ']';
    } else if (isObject(part)) {
      let before = '{';
      for (const name in part) {
        if (text.length > most) return;
        text += `${before}${JSON.stringify(name)}:`;
        before = ',';
        write(part[name] ?? null);
      }
      text += before === '{' ? '{}' : '}';
    } else text += JSON.stringify(typeof part === 'string' && part.length > most ? part.slice(0, most) : part);
  }
}
