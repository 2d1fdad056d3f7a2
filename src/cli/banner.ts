/** What `start` prints once it answers: what is served where, what is kept, and a first request that works. */
import { relative } from 'node:path';
import type { Served } from '../gateway/api.ts';
import { mountsOf } from '../gateway/api.ts';
import type { NodeSandbox } from '../runtimes/node.ts';
import { columns } from './lay-out.ts';
import type { Values } from './options.ts';
import { warningsOf } from './quirks.ts';
import type { serverOptions } from './server-options.ts';
import type { Terminal } from './terminal.ts';

interface Started {
  readonly apis: readonly Served[];
  readonly sandbox: NodeSandbox;
  readonly values: Values<typeof serverOptions>;
  readonly data: string | undefined;
  readonly call: string | undefined;
  readonly terminal: Terminal;
}

export function banner({ apis, sandbox, values, data, call, terminal }: Started): string {
  const { bold, dim, red } = terminal;
  const served = apis.map(({ contract }): [string, string] => [
    contract.slug,
    sandbox.url + (mountsOf(contract, { alone: apis.length === 1 })[0] ?? ''),
  ]);
  const kept = data === undefined ? 'in memory, forgotten at the end' : `${relative('', data) || data} (kept; --ephemeral keeps nothing)`;
  const clock = values.clock === 'real' ? 'real' : `stands at ${new Date(values.clock).toISOString()}`;
  const warnings = warningsOf(sandbox.apis().map(({ plan }) => plan));
  return [
    '',
    `${bold('NHS API Sandbox')}: synthetic data only, never real patients, never for care.`,
    '',
    columns(served),
    '',
    columns([
      ['data', kept],
      ['seed', `${values.seed}, clock ${clock}`],
      ['reset', `curl -X POST ${sandbox.url}/_sandbox/reset`],
    ]),
    ...(isLoopback(values.host) ? [] : ['', red(`Listening on ${values.host}: other machines can reach and change this sandbox.`)]),
    ...warnings.flatMap(({ heading, lines }) => ['', bold(heading), ...lines.map((line) => `  ${line}`)]),
    ...(warnings.length > 0 ? ['', dim('nhs-sandbox check says more of what was understood.')] : []),
    ...(call === undefined ? [] : ['', bold('Try it'), `  ${call}`]),
    '',
    dim('Ctrl-C stops it.'),
  ].join('\n');
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.');
