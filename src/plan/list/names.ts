/** Names compared as people write them: `order_lines`, `orderLines` and `OrderLine` speak of one thing. */
import { plainName } from '../resource/identity.ts';

/** One of many: `entries` → `entry`, `statuses` → `status`, `boxes` → `box`. */
export function singular(plain: string): string {
  if (/(?:[^aeiou])ies$/.test(plain)) return `${plain.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z|us)es$/.test(plain)) return plain.slice(0, -2);
  return /[^su]s$/.test(plain) ? plain.slice(0, -1) : plain;
}

/** True where one name is the other, or many of it. */
export function sameThing(a: string, b: string): boolean {
  return singular(plainName(a)) === singular(plainName(b));
}

