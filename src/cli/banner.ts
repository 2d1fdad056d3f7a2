/** What `start` prints once it answers: what is served where, what is kept, and a first request that works. */
import { relative } from 'node:path';
import { announcementOf, type Mountable } from '../gateway/announced.ts';
import { durationText } from '../workspace/time/duration.ts';
import type { ClockSetting } from '../workspace/time/workspace-clock.ts';
import { mountsOf } from '../gateway/api.ts';
import type { NodeSandbox } from '../runtimes/node/node.ts';
import { portalPath } from '../gateway/places.ts';
import { isLoopback } from '../gateway/callers/authority.ts';
import { hostName } from '../runtimes/node/own-names.ts';
import { groupOf, YOUR_OWN } from '../contract/group.ts';
import { apiList } from './api-list.ts';
import { columns, wrapped } from './lay-out.ts';
import type { Https } from './https/serve-https.ts';
import type { Values } from './options.ts';
import { warningsOf } from './quirks.ts';
import type { serverOptions } from './server-options.ts';
import type { Terminal } from './terminal.ts';

interface Started {
  readonly apis: readonly Mountable[];
  readonly sandbox: NodeSandbox;
  readonly values: Values<typeof serverOptions>;
  readonly data: string | undefined;
  /** What became of data to begin with. */
  readonly loaded: string | undefined;
  readonly stubs: string | undefined;
  readonly call: string | undefined;
  /** The origins by which other machines reach it. */
  readonly reachable: readonly string[];
  readonly https: Https | undefined;
  readonly terminal: Terminal;
}

export function banner({ apis, sandbox, values, data, loaded, stubs, call, reachable, https, terminal }: Started): string {
  const { bold, dim, red } = terminal;
  const kept = data === undefined ? 'in memory, forgotten at the end' : `${relative('', data) || data} (kept; --ephemeral keeps nothing)`;
  const clock = clockWords(sandbox.clockSetting());
  const authority = https?.authority && (relative('', https.authority.path) || https.authority.path);
  const trusting = authority === undefined ? '' : ` --cacert ${authority}`;
  // Ours, which nobody has asked yet, have nothing to warn of.
  const warnings = warningsOf(
    sandbox
      .apis()
      .filter(({ isRead }) => isRead())
      .map(({ plan }) => plan),
  );
  return [
    '',
    `${bold('NHS API Sandbox')}: synthetic data only, never real patients, never for care.`,
    '',
    apiList(apis, { bold, url: sandbox.url }),
    '',
    columns([
      ['data', kept],
      ...(loaded === undefined ? [] : [['loaded', loaded] as const]),
      ['seed', `${values.seed}, clock ${clock}${values['as-of'] === undefined ? '' : `, people as of ${values['as-of']}`}`],
      ['reset', `curl${trusting} -X POST ${sandbox.url}/_sandbox/reset`],
      ...values.rules.map(({ file }) => ['rules', `${file}${followed(values.watch)}`] as const),
      ...(stubs === undefined ? [] : [['stubs', `${stubs}${followed(values.watch)}`] as const]),
      ...(values['auto-workspaces'] ? [['names', `${sandbox.url}/w/<any name> is a workspace of its own`] as const] : []),
    ]),
    ...(https ? ['', ...httpsLines(https, authority, terminal)] : []),
    ...(isLoopback(hostName(values.host))
      ? []
      : ['', red(`Listening on ${values.host}: other machines can reach and change this sandbox.`), ...reachableLines(reachable, apis)]),
    ...warnings.flatMap(({ heading, lines }) => ['', bold(heading), ...lines.map((line) => `  ${wrapped(line, terminal.columns - 2, 4)}`)]),
    ...(warnings.length > 0 ? ['', dim('nhs-sandbox check says more of what was understood.')] : []),
    ...(call === undefined ? [] : ['', bold('Try it'), `  ${call.replace(/^curl/, `curl${trusting}`)}`]),
    ...furtherLines(apis, sandbox.url, trusting),
    `${bold(`Open ${sandbox.url}${hasRoot(apis) ? portalPath : ''}`)} in a browser. ${dim('Ctrl-C stops it.')}`,
  ].join('\n');
}

const followed = (isWatched: boolean): string => (isWatched ? ' (followed as you save it)' : ' (--watch follows it as you save it)');

/** Then what stands at the root is that API’s. */
const hasRoot = (apis: readonly Mountable[]): boolean =>
  apis.some((listed) => mountsOf(announcementOf(listed), { alone: apis.length === 1 })[0] === '');

/** Where the requests to the others are, and how to serve fewer. */
function furtherLines(apis: readonly Mountable[], url: string, trusting: string): readonly string[] {
  if (apis.length === 1) return [];
  const names = apis.map(announcementOf).flatMap(({ slug, info }) => (groupOf({ document: { info } }) === YOUR_OWN ? [] : [slug]));
  const some = names.length > 2 ? names.toSorted((a, b) => a.length - b.length).slice(0, 2) : [];
  return [
    `  A call to each of them: curl${trusting} ${url}/_sandbox/catalogue`,
    ...(some.length > 0 ? [`  Some of them alone: nhs-sandbox start ${some.join(' ')}`] : []),
  ];
}

/** What a phone can open; a name only works where the machine announces itself. */
function reachableLines(reachable: readonly string[], apis: readonly Mountable[]): readonly string[] {
  const [first] = apis;
  const path = (first && mountsOf(announcementOf(first), { alone: apis.length === 1 })[0]) ?? '';
  if (reachable.length === 0) return ['  This machine has no address on a network at the moment.'];
  return [
    'From a phone or another machine on the same network, use this instead of localhost:',
    ...reachable.map((origin) => `  ${origin}`),
    ...(path === '' ? [] : [`as in ${reachable[0]}${path}`]),
  ];
}

function httpsLines({ fingerprint }: Https, authority: string | undefined, { bold }: Terminal): readonly string[] {
  const shown = `  SHA-256 ${fingerprint}`;
  if (authority === undefined) return [bold('HTTPS with your certificate'), shown];
  return [
    bold('HTTPS with a certificate made for this run'),
    shown,
    `  Its authority signed nothing else, and its key is gone. Trust it by the file ${authority}:`,
    columns([
      ['  curl', `--cacert ${authority}`],
      ['  Node', `NODE_EXTRA_CA_CERTS=${authority}`],
      ['  Python', `REQUESTS_CA_BUNDLE=${authority} (or SSL_CERT_FILE)`],
      ['  phone', 'send it the file, install it, and trust it in the settings; or accept the warning of the browser'],
    ]),
  ];
}

function clockWords(setting: ClockSetting): string {
  if (setting.mode === 'frozen') return `stands at ${new Date(setting.at).toISOString()}`;
  return setting.mode === 'real' ? 'real' : `real and ${durationText(setting.by)}`;
}
