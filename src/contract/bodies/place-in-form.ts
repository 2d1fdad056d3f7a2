/** Where a fault of a form is, in words of the form: `part file`, `form member address at lines.0`. */
import { tokensOf } from '../json-pointer.ts';

export function placeInForm(of: 'form member' | 'part', pointer: string): string {
  const [name = '', ...inside] = tokensOf(pointer);
  return `${of} ${name}${inside.length === 0 ? '' : ` at ${inside.join('.')}`}`;
}
