/** The running sandbox that a command asks: where it is, and by what its caller is known there. */
import { sandboxAddress } from '../../portal/organiser/readdressed.ts';
import { createClient, type ApiClient } from '../../runtimes/browser/client.ts';
import { defaultOrigin } from '../../runtimes/browser/sandbox-origin.ts';
import { UsageError } from '../failure.ts';
import { textOption } from '../options.ts';

export interface Remote {
  /** Without a slash at its end. */
  readonly url: string;
  readonly api: ApiClient<'sandbox-control'>;
  /** What was shown, for whoever is refused: `the code in NHS_SANDBOX_EVENT_CODE`. */
  readonly shown?: string;
  /** What could be shown instead. */
  readonly accepted: readonly string[];
}

const urlVariable = 'NHS_SANDBOX_URL';

const credentials = {
  key: { variable: 'NHS_SANDBOX_KEY', option: 'key', what: 'the key' },
  'event-code': { variable: 'NHS_SANDBOX_EVENT_CODE', option: 'event-code', what: 'the code' },
  // Whoever has it has the whole deployment, so it never stands in a list of processes, or in the history of a shell.
  operator: { variable: 'NHS_SANDBOX_OPERATOR_KEY', option: undefined, what: 'the operator key' },
} as const;

export type Credential = keyof typeof credentials;

const url = textOption('url', `Where the sandbox is, or one workspace of it (${defaultOrigin}; ${urlVariable}).`);
const key = textOption('key', `Management key of the workspace (${credentials.key.variable}).`);
const eventCode = textOption('code', `Code of an event (${credentials['event-code'].variable}).`);

/** For what concerns one workspace. */
export const workspaceOptions = { url, key };
/** For what an organiser does as well. */
export const organiserOptions = { url, key, 'event-code': eventCode };
/** For an event. */
export const eventOptions = { url, 'event-code': eventCode };
/** For a deployment. */
export const deploymentOptions = { url };

export const aboutOperator = `Whoever runs a deployment sets its operator key in ${credentials.operator.variable}; a sandbox on your own machine wants none.`;
export const aboutKeys = 'Keys and codes are best set as variables: what is typed can be read in the list of processes. ' + aboutOperator;

interface Typed {
  readonly url: string | undefined;
  readonly key?: string | undefined;
  readonly 'event-code'?: string | undefined;
}

/** Shows what was typed, else the first of `accepted` that the environment has. */
export function connect(typed: Typed, accepted: readonly Credential[]): Remote {
  const given = accepted.flatMap((name) => {
    const { option, what } = credentials[name];
    const value = option && typed[option];
    return value === undefined ? [] : [{ value, shown: `${what} of --${option}` }];
  });
  if (given.length > 1) throw new UsageError('--key and --event-code do not go together: show the one that is meant');
  const set = accepted.flatMap((name) => {
    const { variable, what } = credentials[name];
    const value = process.env[variable]?.trim() ?? '';
    return value === '' ? [] : [{ value, shown: `${what} in ${variable}` }];
  });
  const [credential] = [...given, ...set];
  const origin = readAddressOfSandbox(typed.url ?? process.env[urlVariable] ?? defaultOrigin);
  return {
    url: origin,
    api: createClient('sandbox-control', {
      origin,
      ...(credential && { headers: { Authorization: `Bearer ${credential.value}` } }),
      // What is sent is for this sandbox, wherever it would have it sent on.
      fetch: (request) => fetch(request, { redirect: 'manual' }),
    }),
    ...(credential && { shown: credential.shown }),
    accepted: accepted.map((name) => {
      const { variable, option } = credentials[name];
      return option === undefined ? variable : `${variable} or --${option}`;
    }),
  };
}

/** Without a slash at its end. */
export function readAddressOfSandbox(typed: string): string {
  const address = sandboxAddress(typed);
  if (address === undefined) throw new UsageError(`${JSON.stringify(typed)} is no address of a sandbox, as in ${defaultOrigin}`);
  return address;
}
