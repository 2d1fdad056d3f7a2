/** Days that a search asks for: one, or from and to. */
import type { Json } from '../../../src/contract/contract.ts';
import { isRealDate } from '../../../src/fhir/instant.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { textsIn } from '../../gp-practice/asked-texts.ts';
import { invalidParameter } from '../faults.ts';

export interface AskedDays {
  readonly from: string;
  readonly to: string;
}

export function askedDays(name: string, value: Json | undefined, today: string): AskedDays | Problem {
  let [from, to] = ['', '9999'];
  for (const text of textsIn(value)) {
    const [prefix, day] = [text.slice(0, 2), text.slice(2)];
    if (!['eq', 'ge', 'le'].includes(prefix) || !isRealDate(day))
      return invalidParameter(`${name} is eq, ge or le and a whole day: ${name}=ge2026-01-05.`);
    if (day > today) return invalidParameter(`${name} is not in the future.`);
    if (prefix !== 'le') from = day > from ? day : from;
    if (prefix !== 'ge') to = day < to ? day : to;
  }
  return { from, to };
}
