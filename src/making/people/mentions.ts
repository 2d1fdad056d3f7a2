/** Where a published body mentions its person by name in passing (a note, a title): the name of the person asked for is put there. */
import type { Person } from '../../population.ts';
import type { RoleLeaf } from '../../meaning/studied-body.ts';
import type { Edit } from '../binding/edits.ts';
import { likeliest } from '../likeness.ts';
import { spellName } from '../leaves/spell.ts';

/** Leaves that hold words about anything. */
const WORDED: ReadonlySet<string | undefined> = new Set([undefined, 'freeText', 'title']);

export function mentionEdits(leaves: readonly RoleLeaf[], { names: [name] }: Person): readonly Edit[] {
  const old = publishedNames(leaves);
  if (old.length === 0 || !name) return [];
  const spelt = spellName(name).map(String);
  return leaves.flatMap((leaf) => {
    if (typeof leaf.value !== 'string' || !WORDED.has(leaf.role)) return [];
    const changed = old.reduce((text, each) => renamed(text, each, spelt), leaf.value);
    return changed === leaf.value ? [] : [{ tokens: leaf.tokens, value: changed }];
  });
}

/** The full names that the body gives its patient, and those that its parts make up. */
function publishedNames(leaves: readonly RoleLeaf[]): readonly string[] {
  const found = new Set<string>();
  const given = new Map<string, string>();
  for (const { role, value, tokens } of leaves) {
    if (role === 'patient.fullName') found.add(String(value));
    if (role === 'patient.givenName') given.set(objectOf(tokens), given.get(objectOf(tokens)) ?? String(value));
  }
  for (const { role, value, tokens } of leaves) {
    const first = role === 'patient.familyName' ? given.get(objectOf(tokens)) : undefined;
    if (first !== undefined) for (const full of [`${first} ${value}`, `${value} ${first}`, `${value}, ${first}`]) found.add(full);
  }
  return [...found].filter((name) => name.includes(' ')).toSorted((a, b) => b.length - a.length);
}

/** Where the object stands that a name's part is in: `given` may be a list. */
function objectOf(tokens: readonly string[]): string {
  return tokens.slice(0, /^\d+$/.test(tokens.at(-1) ?? '') ? -2 : -1).join('/');
}

/** Letter case apart, and only where the name stands alone. */
function renamed(text: string, old: string, spelt: readonly string[]): string {
  const [lower, sought] = [text.toLowerCase(), old.toLowerCase()];
  if (lower.length !== text.length) return text;
  let from = 0;
  let made = '';
  for (let at = lower.indexOf(sought); at >= 0; at = lower.indexOf(sought, at + sought.length)) {
    const end = at + sought.length;
    if (/[\p{L}\d]/u.test(text.charAt(at - 1)) || /[\p{L}\d]/u.test(text.charAt(end))) continue;
    made += text.slice(from, at) + (likeliest(text.slice(at, end), spelt) ?? '');
    from = end;
  }
  return from === 0 ? text : made + text.slice(from);
}
