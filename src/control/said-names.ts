/** What people call things here is shown to others: neither what could be the number of a patient nor a secret may be such a name. */
import { mayBeShown } from '../gateway/request/withheld.ts';
import type { Problem } from '../mock/problem.ts';

/** What is wrong with the first that may not be shown, by the name of its member in the body. */
export function unspeakable(named: Readonly<Record<string, string | null | undefined>>): Problem | undefined {
  const [member] = Object.entries(named).find(([, text]) => typeof text === 'string' && !mayBeShown(text)) ?? [];
  if (member === undefined) return undefined;
  const message = 'may not hold what could be the number of a patient, or a secret: it is shown to others';
  return {
    problem: 'live-data',
    message: `The body at /${member} ${message}.`,
    faults: [{ in: 'body', pointer: `/${member}`, keyword: 'live-data', message }],
  };
}
