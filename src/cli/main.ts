/** The `nhs-sandbox` command: finds the sub-command, runs it, and turns failures into messages and exit codes. */
import manifest from '../../package.json' with { type: 'json' };
import type { Command } from './command.ts';
import { columns, wrapped } from './lay-out.ts';
import { Failure, UsageError } from './failure.ts';
import { nearest } from '../contract/nearest.ts';
import { openTerminal, type Terminal } from './terminal.ts';

interface Entry {
  readonly summary: string;
  readonly load: () => Promise<{ readonly command: Command }>;
}

const commands: Readonly<Record<string, Entry>> = {
  start: { summary: 'Serve mock APIs on this machine.', load: () => import('./start.ts') },
  check: { summary: 'Say what would be served of a contract, and how well.', load: () => import('./check.ts') },
  people: { summary: 'List people of the synthetic population, or add your own.', load: () => import('./people.ts') },
  person: { summary: 'Show one person, with family and timeline.', load: () => import('./person.ts') },
  personas: { summary: 'List the test people (personas), and what each is for.', load: () => import('./personas.ts') },
  export: { summary: 'Write people as CSV or as lines of JSON.', load: () => import('./export.ts') },
  types: { summary: 'Write TypeScript types of a contract.', load: () => import('./types.ts') },
  workspaces: { summary: 'Make isolated copies of a running sandbox, and look after them.', load: () => import('./workspaces.ts') },
  events: { summary: 'Look after all workspaces of a hackathon or a course.', load: () => import('./events.ts') },
  deployment: { summary: 'Numbers of a deployment, and who may make workspaces there.', load: () => import('./deployment.ts') },
  snapshot: { summary: 'Keep the state of a running sandbox under a name, and go back to it.', load: () => import('./snapshot.ts') },
  state: { summary: 'Reset a running sandbox, or carry its state to another one.', load: () => import('./state.ts') },
  stubs: { summary: 'Have some requests answered as you say.', load: () => import('./stubs.ts') },
  settings: { summary: 'Have a running sandbox answer otherwise.', load: () => import('./settings.ts') },
  faults: { summary: 'Have requests to a running sandbox go wrong on purpose.', load: () => import('./faults.ts') },
  assert: { summary: 'Say whether what was asked of a running sandbox is what should have been.', load: () => import('./assert.ts') },
  clock: { summary: 'Set the clock of a running sandbox, or move it on.', load: () => import('./clock.ts') },
  journal: { summary: 'Show what a running sandbox was asked and answered, also as it happens.', load: () => import('./journal.ts') },
  report: { summary: 'Say what clients have tried, and what they did wrong.', load: () => import('./report.ts') },
  listen: { summary: 'Show what a running sandbox sends by itself, and hand it on.', load: () => import('./listen.ts') },
  apps: { summary: 'Register the applications that ask for access tokens.', load: () => import('./apps.ts') },
  token: { summary: 'Get an access token for an application.', load: () => import('./token.ts') },
  extras: { summary: 'List what is easier here than at the real services, for whoever signs in.', load: () => import('./extras.ts') },
  explain: { summary: 'Say what is wrong with a signed assertion.', load: () => import('./explain.ts') },
  contracts: { summary: 'Bring contracts of your own to a running sandbox.', load: () => import('./contracts.ts') },
};

/** Gives the exit code: 0 done, 1 it could not be done, 2 it could not be understood. */
export async function main(typed: readonly string[], terminal: Terminal = openTerminal()): Promise<number> {
  try {
    return await dispatch(typed, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.error(
        `${terminal.red('nhs-sandbox:')} ${error.message}\nSee nhs-sandbox ${error.command === undefined ? '' : `${error.command} `}--help`,
      );
      return 2;
    }
    if (error instanceof Failure) {
      terminal.error(`${terminal.red('nhs-sandbox:')} ${error.message}`);
      return 1;
    }
    throw error;
  }
}

async function dispatch([name, ...rest]: readonly string[], terminal: Terminal): Promise<number> {
  if (name === '--version' || name === '-v' || name === 'version') {
    terminal.out(manifest.version);
    return 0;
  }
  if (name === undefined || name === '--help' || name === '-h' || (name === 'help' && rest[0] === undefined)) {
    terminal.out(overview(terminal));
    return name === undefined ? 2 : 0;
  }
  if (name === 'help' && rest[0] !== undefined) {
    terminal.out((await find(rest[0]).load()).command.help(terminal, rest.slice(1)));
    return 0;
  }
  const { command } = await find(name).load();
  return command.run(rest, terminal);
}

function find(name: string): Entry {
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry) return entry;
  const meant = nearest(name, Object.keys(commands));
  throw new UsageError(`there is no command ${JSON.stringify(name)}${meant ? `; did you mean ${meant}?` : ''}`);
}

function overview({ bold, columns: width }: Terminal): string {
  return [
    wrapped(`NHS API Sandbox ${manifest.version}: mock NHS (England) APIs for prototyping, with synthetic data only.`, width),
    '',
    `${bold('Usage')}  nhs-sandbox <command> [options]`,
    '',
    bold('Commands'),
    columns(
      Object.entries(commands).map(([name, { summary }]) => [name, summary]),
      width,
    ),
    '',
    'nhs-sandbox <command> --help says more about each.',
  ].join('\n');
}
