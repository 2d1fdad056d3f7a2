/** Settings that can be changed while a workspace lives: what each may be, in one table, and those of one workspace as they are now. */
import type { Fault, Problem } from '../mock/problem.ts';
import { isProblem } from '../mock/problem.ts';
import { extrasWanted, readExtras } from './extras.ts';
import { largestJournal, longestDelay, type Settings } from './settings.ts';
import type { Store } from './store/store.ts';
import { daysInReach, isInReach } from '../world/reach.ts';

/** What was changed, by name, each as it was sent. `none` is a compatibility, too. */
export type ChangedSettings = Readonly<Record<string, string | number>>;

interface Rule {
  readonly keyword: string;
  allows(value: unknown): value is string | number;
  /** What it may be, after "must be". */
  readonly wanted: string;
}

function oneOf(...values: readonly string[]): Rule {
  const quoted = values.map((value) => `"${value}"`);
  return {
    keyword: 'enum',
    allows: (value): value is string => typeof value === 'string' && values.includes(value),
    wanted: `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`,
  };
}

const upTo = (most: number, what = '', least = 0): Rule => ({
  keyword: 'maximum',
  allows: (value): value is number => typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most,
  wanted: `a whole number ${what && `of ${what} `}from ${least} to ${most}`,
});

const dayOrClock: Rule = {
  keyword: 'format',
  allows: (value): value is string => value === 'clock' || (typeof value === 'string' && isInReach(value)),
  wanted: `"clock" or ${daysInReach}`,
};

/** How large a body may be is the home's to say, and not to be changed. */
const rules: Readonly<Record<Exclude<keyof Settings, 'maxBody'>, Rule>> = {
  unknownIds: oneOf('infer', 'synthesise', 'refuse'),
  examples: oneOf('fitting', 'published'),
  mediaTypes: oneOf('lenient', 'strict'),
  checks: oneOf('enforce', 'warn'),
  access: oneOf('open', 'strict'),
  extras: {
    keyword: 'enum',
    allows: (value): value is string => typeof value === 'string' && readExtras(value) !== undefined,
    wanted: extrasWanted,
  },
  delay: upTo(longestDelay, 'milliseconds'),
  journal: upTo(largestJournal.journal, 'exchanges', 1),
  journalBytes: upTo(largestJournal.journalBytes, 'bytes', 10_000),
  journalBody: upTo(largestJournal.journalBody, 'bytes'),
  profiles: oneOf('contract', 'uk-core'),
  compatibility: oneOf('official-sandbox', 'none'),
  callbacks: oneOf('local', 'outbound', 'inbox'),
  asOf: dayOrClock,
};

const ruleOf = (name: string): Rule | undefined => (Object.hasOwn(rules, name) ? rules[name as keyof typeof rules] : undefined); // it is one of its keys

/** The changes that a body asks for, `null` being a change back, or what is wrong with it. */
export function readChanges(body: unknown): Readonly<Record<string, string | number | null>> | Problem {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return invalid([{ in: 'body', pointer: '', keyword: 'type', message: 'The settings must be a JSON object.' }]);
  const faults: Fault[] = [];
  const changes: Record<string, string | number | null> = {};
  for (const [name, value] of Object.entries(body)) {
    const rule = ruleOf(name);
    if (rule && (value === null || rule.allows(value))) changes[name] = value;
    else faults.push(faultOf(name, rule));
  }
  return faults.length > 0 ? invalid(faults) : changes;
}

function faultOf(name: string, rule: Rule | undefined): Fault {
  if (rule)
    return {
      in: 'body',
      pointer: `/${name}`,
      keyword: rule.keyword,
      message: `${name} must be ${rule.wanted}, or null for what it was at first.`,
    };
  const pointer = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  if (name === 'maxBody')
    return {
      in: 'body',
      pointer,
      keyword: 'additionalProperties',
      message: 'maxBody is set where the sandbox is started, and cannot be changed.',
    };
  const known = Object.keys(rules).join(', ');
  return { in: 'body', pointer, keyword: 'additionalProperties', message: `There is no such setting; there are ${known}.` };
}

function invalid(faults: readonly Fault[]): Problem {
  return { problem: 'invalid-value', message: faults.map(({ message }) => message).join(' '), faults };
}

export interface PresentSettings {
  /** Always the present ones: one object for as long as the workspace is open. */
  readonly present: Settings;
  /** What differs from what the workspace was opened with because somebody changed it. */
  changed(): ChangedSettings;
  /** A body as it was sent; nothing is changed where anything in it is wrong. */
  change(body: unknown): Problem | undefined;
  /** Takes these for everything that was ever changed. */
  replace(changed: ChangedSettings): void;
}

const collection = '~settings';
const key = 'changed';

export function openSettings(store: Store, openedWith: Settings): PresentSettings {
  let changed = storedIn(store);
  const present: Settings = { ...openedWith };
  apply(changed);

  function apply(next: ChangedSettings): void {
    changed = next;
    const { compatibility = openedWith.compatibility, ...others } = next;
    Object.assign(present, openedWith, others, { compatibility: compatibility === 'none' ? undefined : compatibility });
  }

  function replace(next: ChangedSettings): void {
    const before = changed;
    store.transaction(() => {
      store.put(collection, key, JSON.stringify(next));
      store.whenUndone(() => apply(before));
      apply(next);
    });
  }

  return {
    present,
    changed: () => changed,
    change(body) {
      const changes = readChanges(body);
      if (isProblem(changes)) return changes;
      replace(withoutNulls({ ...changed, ...changes }));
      return undefined;
    },
    replace,
  };
}

/** Another release may know other settings: those that this one does not take are as if they had never been changed. */
function storedIn(store: Store): ChangedSettings {
  const stored = Object.entries(JSON.parse(store.get(collection, key) ?? '{}') as ChangedSettings); // as `replace` wrote it
  return Object.fromEntries(stored.filter(([name, value]) => ruleOf(name)?.allows(value)));
}

const withoutNulls = (changes: Readonly<Record<string, string | number | null>>): ChangedSettings =>
  Object.fromEntries(Object.entries(changes).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
