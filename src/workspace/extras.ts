/**
 * What the sandbox has for whoever signs in and is let in that the real services have not: one table. Each is there unless a workspace
 * leaves it out (`extras` among its settings), and is then missed, or refused, as it would be at the real service.
 */
import type { Settings } from './settings.ts';

interface Extra {
  readonly what: string;
  /** What happens where it is left out; of one that always stays, why it does. */
  readonly without: string;
  readonly stays?: true;
}

const table = {
  'open-access': {
    what: 'APIs let in whoever asks, with whatever token or with none (access=open).',
    without: 'Access is strict, whatever the setting access says.',
  },
  'demo-application': {
    what: 'The application demo, both halves of whose key and whose secret are published; on somebody’s own machine alone.',
    without: 'Nobody has its API key: its assertions, its secret and its tokens are unknown.',
  },
  'login-hint': {
    what: 'login_hint names who signs in, and no page is shown to them.',
    without: 'It is passed over, as the real providers do, and the log-in page is shown.',
  },
  'any-patient': {
    what: 'Anybody in the population signs in at NHS login by NHS number, with all of their identity proved.',
    without: 'Only those who have an account sign in: the users that are listed.',
  },
  'http-redirects': {
    what: 'People may come back to an address that begins with http://, as on one’s own machine.',
    without: 'It is as though that address were not registered: the providers send people to https alone.',
  },
  'minted-tokens': {
    what: 'POST /_sandbox/tokens gives an access token without an assertion and without a log-in.',
    without: 'It is refused: access tokens come from the authorization server alone.',
  },
  'told-reasons': {
    what: 'The token endpoints of NHS login and CIS2 say in error_description why they refuse.',
    without: 'They name the error alone; the trace still says why.',
  },
  'limit-headers': {
    what: 'Answers that were counted say what is left: X-RateLimit-Limit, -Remaining and -Reset.',
    without: 'Nobody is told before the 429.',
  },
  'mock-claim': {
    what: 'Every token that is signed here says mock: true, and so does the configuration of each provider.',
    without: 'None shall ever be taken for a real one.',
    stays: true,
  },
  'no-password': {
    what: 'Whoever is chosen on a log-in page is signed in.',
    without: 'There is nobody real to have a password, and nobody shall type theirs.',
    stays: true,
  },
  'pasted-keys': {
    what: 'Public keys of applications are pasted, and not fetched from a JWKS address.',
    without: 'Nothing is fetched from an address that somebody typed.',
    stays: true,
  },
} as const satisfies Readonly<Record<string, Extra>>;

export const extras: Readonly<Record<ExtraName, Extra>> = table;
export type ExtraName = keyof typeof table;

export const extraNames: readonly ExtraName[] = Object.keys(table) as ExtraName[]; // its own keys
const optional: readonly string[] = extraNames.filter((name) => extras[name].stays === undefined);

/** `all`, `none`, those that there are to be, or those that there are not to be, each with a minus. */
export const extrasWanted = `"all", "none", some of ${optional.join(', ')}, with commas between them, or all but some, each with "-" before it`;

/** Undefined where it means nothing. */
export function readExtras(setting: string): ReadonlySet<string> | undefined {
  if (setting === 'all') return new Set(optional);
  if (setting === 'none') return new Set();
  const written = setting.split(',').map((one) => one.trim());
  const isWithout = written.every((one) => one.startsWith('-'));
  const named = new Set(written.map((one) => (isWithout ? one.slice(1) : one)));
  if ([...named].some((name) => !optional.includes(name))) return undefined;
  return isWithout ? new Set(optional.filter((name) => !named.has(name))) : named;
}

export const hasExtra = ({ extras: setting }: Pick<Settings, 'extras'>, name: ExtraName): boolean =>
  setting === 'all' || extras[name].stays === true || (setting !== 'none' && (readExtras(setting)?.has(name) ?? true));

/** Whether it is there as things are: of open access, the setting of that name says so as well. */
export const isThere = (settings: Pick<Settings, 'extras' | 'access'>, name: ExtraName): boolean =>
  hasExtra(settings, name) && (name !== 'open-access' || settings.access === 'open');

/** For the trace of a request that would have gone otherwise. */
export const leftOut = (name: ExtraName): string => `This workspace leaves the extra ${name} out. ${extras[name].without}`;
