/** The options of `start`: where it listens, what it serves, and how the workspace behind it answers. */
import type { IsoDate } from '../population.ts';
import { daysInReach, firstDay, isInReach, lastDay } from '../world/reach.ts';
import { defaultSeed, defaultSize, largestSize } from '../world/world.ts';
import { UsageError } from './failure.ts';
import { LARGEST_BODY_BYTES, OWN_BODY_BYTES } from '../contract/limits.ts';
import { limitOptions } from './contract-limits.ts';
import { readAuthority } from '../gateway/callers/authority.ts';
import { readOriginPattern, type Origin } from '../gateway/callers/origins.ts';
import { allowHostVariable, allowOriginVariable, hostName } from '../runtimes/node/own-names.ts';
import { shortestOperatorKey } from '../workspaces/keys/keys.ts';
import { defaultSettings, largestJournal } from '../workspace/settings.ts';
import { rulesOption } from './rules/rules-option.ts';
import { choice, flag, integer, listOption, size, textOption, type Option } from './options.ts';

/** `real`, or the instant at which the workspace's clock stands still. */
const clock: Option<'real' | number> = {
  value: 'real|instant',
  help: 'Real time, or an instant to stand still at, as in 2026-01-01T00:00:00Z (real).',
  initial: 'real',
  read(typed) {
    if (typed === 'real') return 'real';
    const instant = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/.test(typed) ? Date.parse(typed) : NaN;
    if (Number.isNaN(instant)) throw new UsageError('the word real, or an instant with its zone, as in 2026-01-01T00:00:00Z');
    return instant;
  },
};

/** A name of this machine, however it was typed: `sandbox`, `sandbox:8787`, `http://sandbox:8787/`, `fe80::1`, `*.example.org`. */
function readHost(typed: string): string {
  const host = /^(?:[a-z]+:\/\/)?(\*\.)?([^/]+)\/?$/i.exec(typed);
  const name = readAuthority(host?.[2] ?? '')?.name ?? hostName(host?.[2] ?? '');
  if (name === '') throw new UsageError('a name or an address, as in sandbox, 192.168.1.20 or *.example.org');
  return (host?.[1] ?? '') + name;
}

function readAllowedOrigin(typed: string): Origin {
  const origin = readOriginPattern(typed.replace(/\/$/, ''));
  if (!origin) throw new UsageError('an origin, as in https://app.example.org, http://192.168.1.20:5173 or https://*.example.org');
  return origin;
}

/** What says the same as --operator-key: an option can be seen by everybody who lists the processes of a machine, a variable cannot. */
export const operatorKeyVariable = 'NHS_SANDBOX_OPERATOR_KEY';

function readOperatorKey(typed: string): string {
  if (typed.length < shortestOperatorKey || /[^!-~]/.test(typed))
    throw new UsageError(
      `at least ${shortestOperatorKey} letters, digits and signs without a space, as \`openssl rand -hex 24\` prints them`,
    );
  return typed;
}

/** The key in the option, else in the environment. */
export function operatorKeyOf(given: string | undefined): string | undefined {
  const inEnvironment = process.env[operatorKeyVariable]?.trim() ?? '';
  if (given !== undefined || inEnvironment === '') return given;
  try {
    return readOperatorKey(inEnvironment);
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(`${operatorKeyVariable} wants ${error.message}`) : error;
  }
}

/** What stands in the environment for an option that may be given several times. */
export function listFromEnvironment<T>(variable: string, { read }: Option<readonly T[]>): readonly T[] {
  const text = process.env[variable]?.trim() ?? '';
  try {
    return text === '' ? [] : read(text.replaceAll(/[\s,]+/g, ','));
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`${variable} wants ${error.message}`);
    throw error;
  }
}

/** A line for each exchange, to read or for a program. */
const log: Option<'text' | 'json' | undefined> = {
  value: 'json',
  alone: true,
  help: 'Write a line for each exchange; with =json one line of JSON, and nothing else on the standard output.',
  initial: undefined,
  read(typed) {
    if (typed !== '' && typed !== 'json') throw new UsageError('nothing, or the word json: --log or --log=json');
    return typed === 'json' ? typed : 'text';
  },
};

/** A day of the population; that of the clock, where nothing is said. */
export const asOf: Option<IsoDate | undefined> = {
  value: 'yyyy-mm-dd',
  help: `The day for which the population is told, ${firstDay} to ${lastDay}, whatever the time (the day that it is).`,
  initial: undefined,
  read(typed) {
    if (!isInReach(typed)) throw new UsageError(daysInReach);
    return typed;
  },
};

/** What the population is drawn by. */
export const worldOptions = {
  seed: integer('number', `Draws another population and other generated values (${defaultSeed}).`, {
    initial: defaultSeed,
    min: 0,
    max: 2 ** 31 - 1,
  }),
  size: integer('number', `People in the synthetic population (${defaultSize}).`, { initial: defaultSize, min: 1, max: largestSize }),
};

export const serverOptions = {
  port: integer('number', 'Port to listen on; 0 takes any free one (8787).', { initial: 8787, min: 0, max: 65_535 }),
  host: {
    value: 'address',
    help: 'Address to listen on. 0.0.0.0 or :: lets other machines in (127.0.0.1).',
    initial: '127.0.0.1',
    read: (typed: string) => typed,
  },
  'allow-host': listOption(
    'name',
    `Answer to this name too, as in sandbox or *.example.org; may be given again (${allowHostVariable}).`,
    readHost,
  ),
  'allow-origin': listOption(
    'origin',
    `Let pages of this origin use /_sandbox, as in https://app.example.org; may be given again (${allowOriginVariable}).`,
    readAllowedOrigin,
  ),
  https: flag('Serve HTTPS, with a certificate made on the spot; says how to trust it.'),
  'https-cert': textOption('file', 'Serve HTTPS with this certificate (PEM, with those that it builds on), beside --https-key.'),
  'https-key': textOption('file', 'The key of that certificate (PEM, without a passphrase).'),
  'ready-file': textOption(
    'file',
    'Write url, port and pid to this file, as one line of JSON, once the sandbox answers; gone when it ends.',
  ),
  log,
  clock,
  ephemeral: flag('Keep everything in memory and forget it at the end.'),
  data: textOption(
    'file',
    'SQLite file that keeps what is written (.sandbox/data.sqlite in this folder); of a name that ends in .ndjson or .jsonl, the same as --load.',
  ),
  stubs: textOption('file', 'Answer by the stubs of this file (YAML or JSON), in the place of those that came from such a file before.'),
  load: textOption('file', 'Take in what was exported, or lines of your own, where nobody has written anything yet.'),
  callbacks: flag(
    'Let workspaces send messages to public addresses (https only, after a challenge) that set "callbacks" to "outbound"; receivers on this machine need no option.',
  ),
  'auto-workspaces': flag(
    'Let any name in X-Sandbox-Workspace, or as /w/<name>, be a workspace of its own, made when it is first used: for test runs side by side.',
  ),
  'operator-key': {
    value: 'key',
    help: `Opens every workspace to whoever sends it as a bearer token. Better in ${operatorKeyVariable}: others on this machine can see options.`,
    initial: undefined,
    read: readOperatorKey,
  } satisfies Option<string | undefined>,
  'unknown-ids': choice(
    ['infer', 'synthesise', 'refuse'],
    'Ids nobody published: as each contract suggests, always answer, or always 404 (infer).',
    'infer',
  ),
  examples: choice(
    ['fitting', 'published'],
    'Published examples that break their own schema: mend what is faulty, or send them as published (fitting).',
    'fitting',
  ),
  'strict-media-types': flag('Refuse JSON sent as another kind of JSON than is documented (read, with a note in the trace).'),
  lenient: flag('Answer requests that break their contract too, and say in the trace what is wrong with them.'),
  'strict-access': flag('Let nobody in without the token or the key that an API asks for, nor to more than it allows (open to all).'),
  'no-extras': flag('Leave out what the real services have not for whoever signs in: nhs-sandbox extras lists it (there).'),
  'max-body': size('Largest body that is taken, as in 500kB or 64MB (10MB).', { initial: OWN_BODY_BYTES, max: LARGEST_BODY_BYTES }),
  delay: integer('ms', 'Wait this long before every answer (0).', { initial: 0, min: 0, max: 30_000 }),
  journal: integer('number', 'Exchanges that are kept to be looked at (1000).', {
    initial: defaultSettings.journal,
    min: 1,
    max: largestJournal.journal,
  }),
  'journal-bytes': size('Room for all of them together, as in 500kB or 15MB (5MB).', {
    initial: defaultSettings.journalBytes,
    min: 10_000,
    max: largestJournal.journalBytes,
  }),
  'journal-body': size('How much is kept of each body, as in 20kB; 0 keeps none (2kB).', {
    initial: defaultSettings.journalBody,
    min: 0,
    max: largestJournal.journalBody,
  }),
  'uk-core': flag('Send FHIR in the form of the UK Core profiles where they want another than the contract has.'),
  ...worldOptions,
  'as-of': asOf,
  compatibility: choice(['official-sandbox'], 'Be the official sandbox, defects and all, where an API has one that is known.', undefined),
  ...limitOptions,
  rules: rulesOption,
  watch: flag('Serve a contract, rules and stubs anew when one of their files changes.'),
};
