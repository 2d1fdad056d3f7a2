/** What `start` prints once it answers: what is served where, what is kept, and a first request that works. */
import { relative } from 'node:path';
import type { Served } from '../gateway/api.ts';
import { mountsOf } from '../gateway/api.ts';
import type { NodeSandbox } from '../runtimes/node.ts';
import { columns } from './command.ts';
import type { Values } from './options.ts';
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
  const unserved = apis.flatMap(({ contract }) =>
    contract.quirks.filter(({ effect }) => effect === 'unserved').map(({ pointer, message }) => `${contract.slug} ${pointer}: ${message}`),
  );
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
    ...(unserved.length > 0 ? ['', bold('Left out'), ...unserved.map((line) => `  ${line}`), dim('  nhs-sandbox check says more.')] : []),
    ...(call === undefined ? [] : ['', bold('Try it'), `  ${call}`]),
    '',
    dim('Ctrl-C stops it.'),
  ].join('\n');
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.');
