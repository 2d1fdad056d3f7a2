/** Which wishes of the Prefer header an answer follows: named in `Preference-Applied` (RFC 7240 §3). The others are lines of its trace. */
import type { Answered } from '../answer/documented.ts';
import type { Preferences } from '../answer/preferences.ts';
import { isProblem } from '../mock/problem.ts';
import { longestDelay } from '../workspace/settings.ts';
import { note, type Incoming } from './request/incoming.ts';

export function withApplied(incoming: Incoming, { reply, by }: Answered): Answered {
  const { preferences } = incoming;
  const applied: string[] = [];
  for (const { name, written, unmet } of asked(preferences, { reply, by })) {
    if (unmet === undefined) applied.push(`${name}=${written}`);
    else note(incoming, `The Prefer header’s ${name} was not followed: ${unmet}.`);
  }
  if ((preferences.wait ?? 0) * 1000 > longestDelay)
    note(incoming, `The Prefer header’s wait was cut to ${longestDelay / 1000} seconds, the longest that this sandbox waits.`);
  const headers = {
    ...reply.headers,
    ...(applied.length > 0 && { 'Preference-Applied': applied.join(', ') }),
  };
  return { reply: { ...reply, headers }, by };
}

interface Wish {
  readonly name: keyof Preferences;
  readonly written: string | number;
  /** Why it was not followed. */
  readonly unmet: string | undefined;
}

function asked({ code, example, dynamic, seed, wait }: Preferences, { reply, by }: Answered): readonly Wish[] {
  const refused = isProblem(reply) && by !== 'on demand';
  const unmet = (isMet: boolean, why: string): string | undefined =>
    isMet ? undefined : refused ? 'the request was refused before it came to that' : why;
  const isContract = by === 'example' || by === 'generated' || by === 'on demand';
  return [
    ...(code === undefined ? [] : [{ name: 'code' as const, written: code, unmet: unmet(by === 'on demand', 'it asks for no fault') }]),
    ...(example === undefined
      ? []
      : [
          { name: 'example' as const, written: word(example), unmet: unmet(isContract && !isProblem(reply), 'this answer publishes none') },
        ]),
    ...(dynamic
      ? [{ name: 'dynamic' as const, written: 'true', unmet: unmet(isContract && !isProblem(reply), 'this answer has no body to make up') }]
      : []),
    ...(seed === undefined
      ? []
      : [
          {
            name: 'seed' as const,
            written: word(seed),
            unmet: unmet(!isProblem(reply) && by !== 'behaviour' && by !== 'example', 'nothing of this answer is made up'),
          },
        ]),
    ...(wait === undefined ? [] : [{ name: 'wait' as const, written: wait, unmet: undefined }]),
  ];
}

/** RFC 9110 §5.6: a token as it is, anything else in quotation marks, and nothing that no header may carry. */
const word = (text: string): string =>
  /^[\w!#$%&'*+.^`|~-]+$/.test(text) ? text : `"${text.replace(/[^\t\x20-\x7e]/g, '?').replace(/["\\]/g, String.raw`\$&`)}"`;
