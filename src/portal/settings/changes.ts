/** What a form of settings changes: only what is otherwise than it is, and `null` for what goes back to what it was at first, as an empty field does. */
import { numberTyped } from '../page/number-typed.ts';
import type { TextOf } from '../rules/typed.ts';
import { leavable, openAccess, type Extra } from './extras-fields.tsx';
import type { SettingsFacts } from './facts.ts';
import { groups, fieldValueOf, type FieldSetting, type ShownSettings } from './setting-words.ts';

type Changes = Readonly<Record<string, string | number | null>>;

/** Open access is an extra, too: where that was left out, it is there again. */
export function accessChange(access: ShownSettings['access'], { atFirst, extras }: SettingsFacts): Changes {
  const changed = { access: access === atFirst.access ? null : access };
  return access === 'open' && !isOpen(extras) ? { ...changed, ...extrasChange(there(extras), { atFirst, extras }) } : changed;
}

export function changesTyped(typed: TextOf, facts: SettingsFacts): Changes {
  const names = groups.flatMap(([, those]) => those);
  const changes = names.flatMap((name) => changeOf(name, typed(name), facts));
  const ticked = leavable(facts.extras).filter(({ name }) => typed(`extra-${name}`) !== '');
  const isSame = leavable(facts.extras).every((extra) => extra.isThere === ticked.includes(extra));
  // Where access is strict by the extra alone, it stays so.
  const isStrictSo = !isOpen(facts.extras) && facts.now.access === 'open';
  return { ...Object.fromEntries(changes), ...(!isSame && extrasChange(ticked, facts, isStrictSo ? [openAccess] : [])) };
}

function changeOf(
  name: FieldSetting,
  text: string,
  { now, atFirst }: SettingsFacts,
): readonly (readonly [string, string | number | null])[] {
  if (text === fieldValueOf(now, name)) return [];
  if (text === '' || text === fieldValueOf(atFirst, name)) return [[name, null]];
  return [[name, typeof now[name] === 'number' ? (numberTyped(text) ?? null) : text]];
}

const isOpen = (extras: readonly Extra[]): boolean => extras.some(({ name, isThere }) => name === openAccess && isThere);

const there = (extras: readonly Extra[]): readonly Extra[] => leavable(extras).filter(({ isThere }) => isThere);

function extrasChange(
  wanted: readonly Extra[],
  { atFirst, extras }: Pick<SettingsFacts, 'atFirst' | 'extras'>,
  alsoOut: readonly string[] = [],
): Changes {
  const unticked = leavable(extras).filter((extra) => !wanted.includes(extra));
  const out = [...alsoOut, ...unticked.map(({ name }) => name)];
  const value = out.length === 0 ? 'all' : out.map((name) => `-${name}`).join(',');
  return { extras: value === atFirst.extras ? null : value };
}
