/** `nhs-sandbox start`: serves mock APIs on this machine until it is told to stop. */
import { dirname, resolve } from 'node:path';
import { counted } from '../contract/counted.ts';
import { announcementOf, type Mountable } from '../gateway/announced.ts';
import { startNode, type NodeOptions, type NodeSandbox } from '../runtimes/node/node.ts';
import { allowHostVariable, allowOriginVariable, hostName, machineNames } from '../runtimes/node/own-names.ts';
import { populationOf } from '../runtimes/population.ts';
import { clockOf } from '../workspace/time/clock.ts';
import { askedToStop } from './asked-to-stop.ts';
import { banner } from './banner.ts';
import { defineCommand } from './command.ts';
import { Failure, UsageError } from './failure.ts';
import { madeCertificate, ownCertificate, type Https } from './https/serve-https.ts';
import type { Values } from './options.ts';
import { bugTeller, outliveBugs } from './outlive-bugs.ts';
import { isUrl } from './contract-by-url.ts';
import { limitsOf } from './contract-limits.ts';
import { isFile, listContracts, type ReadingOptions } from './read-contracts.ts';
import { listFromEnvironment, operatorKeyOf, serverOptions } from './server-options.ts';
import { rulesLoader } from './rules/load-rules.ts';
import { ruleFailure } from './rules/rule-failure.ts';
import type { RulesFile } from './rules/rules-option.ts';
import { serveByRules } from './rules/serve-by-rules.ts';
import { isOfLines, loadData } from './start/load-data.ts';
import { loadStubs, reloadStubs } from './start/load-stubs.ts';
import { logLine } from './start/log-line.ts';
import { reachableOrigins } from './start/reachable.ts';
import { handedConnections } from './start/handed-connections.ts';
import { readyFile } from './start/ready-file.ts';
import { whyNot } from './start/why-not.ts';
import type { Terminal } from './terminal.ts';
import { holdPort, type HeldPort } from './watch/hold-port.ts';
import { superviseClone } from './watch-clone.ts';
import { watchFiles } from './watch-files.ts';

type ServerValues = Values<typeof serverOptions>;

const defaultData = '.sandbox/data.sqlite';

export const command = defineCommand({
  name: 'start',
  summary: 'Serves mock APIs on this machine, with synthetic data only.',
  usage: '[contract…] [options]',
  about: [
    'Without a contract it serves the whole catalogue. A contract is a name of the catalogue, or an OpenAPI document (YAML or JSON; 2.0 to ' +
      '3.2) by its file or its address. The files it refers to are read where they lie below its folder; nothing else is, and nothing is ' +
      'fetched that nobody typed. Each API answers below its own base path, the path of its first server.',
  ],
  examples: [
    ['start', 'the whole catalogue on port 8787'],
    ['start ./my-api.yaml --watch', 'your own contract, reloaded when you save it or a file it refers to'],
    ['start ./my-api.yaml --rules my-mock.ts --watch', 'with rules of your own, for what the contract cannot say'],
    ['start ./my-api.yaml --stubs stubs.yaml --watch', 'with answers that you wrote, reloaded when you save them'],
    ['start https://example.org/my-api.yaml', 'a contract by its address'],
    ['start --host 0.0.0.0 --https', 'for a phone on the same network: prints the addresses to open'],
    ['start --port 0 --ready-file ready.json', 'for a script: whichever port is free, told in a file'],
    ['start --ephemeral --data seed.ndjson', 'with people and requests of your own to begin with'],
    ['start --ephemeral --auto-workspaces', 'for test runs side by side: /w/<name> is a workspace of each'],
    ['start --ephemeral --clock 2026-01-01T00:00:00Z', 'for a test run: nothing kept, time standing still'],
    ['start --ephemeral --as-of 2030-01-01', 'with the people as they will be then'],
  ],
  options: serverOptions,
  async run(typed, words, terminal) {
    const values = withLines(typed);
    if (values.ephemeral && values.data !== undefined) throw new UsageError('--ephemeral keeps nothing, so it cannot go with --data');
    if (values.watch && words.some(isUrl)) throw new UsageError('--watch watches files; a contract by its address cannot be watched');
    if (values.watch && !words.some(isFile) && values.rules.length === 0 && values.stubs === undefined)
      return superviseClone(await held(values), terminal);
    const files = new Set<string>();
    const asked = (file: string): void => void files.add(file);
    const reading = { asked, limits: limitsOf(values) };
    // What a program reads stands alone on the standard output.
    const human = values.log === 'json' ? { ...terminal, out: terminal.error } : terminal;
    const readApis = apisReader(words, values.rules, reading);
    const apis = await readApis();
    const options = nodeOptions(values);
    const onBug = bugTeller(terminal.error, ruleFailure);
    const ready = values['ready-file'] === undefined ? undefined : readyFile(values['ready-file']);
    const https = await httpsOf(values, options);
    const sandbox = await open({
      ...options,
      apis,
      onBug,
      ...(https && { tls: https.tls }),
      ...(values.log && { onExchange: (told) => terminal.out(values.log === 'json' ? JSON.stringify(told) : logLine(told, terminal)) }),
    }).catch((error: unknown) => {
      https?.authority?.remove();
      throw error;
    });
    // Before anything waits for the end: where it fails, nothing is left to wait for.
    const { loaded, stubs } = await toBeginWith(sandbox, values, human).catch(async (error: unknown) => {
      await sandbox.close();
      https?.authority?.remove();
      throw error;
    });
    outliveBugs(onBug);
    const stopped = askedToStop();
    // However it ends, but for a kill, these do not outlast it.
    process.once('exit', () => {
      ready?.remove();
      https?.authority?.remove();
    });
    const watching = values.watch
      ? watchFiles(
          () => files,
          () => reload(sandbox, readApis, human),
          onBug,
        )
      : undefined;
    const stubsFile = values.stubs;
    const watchingStubs =
      values.watch && stubsFile !== undefined
        ? watchFiles(
            () => [resolve(stubsFile)],
            () => reloadStubs(sandbox, stubsFile, human),
            onBug,
          )
        : undefined;
    const call = await sandbox.firstLine();
    const { port } = sandbox;
    const reachable = reachableOrigins({ host: values.host, port, scheme: https ? 'https' : 'http' });
    const { authority } = https ?? {};
    ready?.write({ url: sandbox.url, port, pid: process.pid, reachable, ...(authority && { authority: resolve(authority.path) }) });
    human.out(banner({ apis, sandbox, values, data: options.data, loaded, stubs, call, reachable, https, terminal: human }));
    await stopped;
    watching?.stop();
    watchingStubs?.stop();
    ready?.remove();
    await sandbox.close();
    https?.authority?.remove();
    return 0;
  },
});

/** What became of what the sandbox was given to begin with. */
async function toBeginWith(
  sandbox: NodeSandbox,
  { load, stubs }: ServerValues,
  terminal: Terminal,
): Promise<{ readonly loaded: string | undefined; readonly stubs: string | undefined }> {
  return {
    loaded: load === undefined ? undefined : await loadData(sandbox, load, terminal),
    stubs: stubs === undefined ? undefined : await loadStubs(sandbox, stubs, terminal),
  };
}

/** `--data seed.ndjson` names no database. */
function withLines(values: ServerValues): ServerValues {
  const { data, load } = values;
  if (data === undefined || !isOfLines(data)) return values;
  if (load !== undefined) throw new UsageError('--data names lines to load, and so does --load: name one of them');
  return { ...values, data: undefined, load: data };
}

function nodeOptions(values: ServerValues): Omit<NodeOptions, 'apis'> {
  const { seed, size, clock, host, port, delay, examples, compatibility } = values;
  const connections = handedConnections();
  const operatorKey = operatorKeyOf(values['operator-key']);
  return {
    population: populationOf(seed, size),
    clock: clockOf(clock),
    seed,
    host,
    port,
    ...(connections && { connections }),
    allowHosts: [...listFromEnvironment(allowHostVariable, serverOptions['allow-host']), ...values['allow-host']],
    allowOrigins: [...listFromEnvironment(allowOriginVariable, serverOptions['allow-origin']), ...values['allow-origin']],
    settings: {
      unknownIds: values['unknown-ids'],
      examples,
      mediaTypes: values['strict-media-types'] ? 'strict' : 'lenient',
      checks: values.lenient ? 'warn' : 'enforce',
      access: values['strict-access'] ? 'strict' : 'open',
      extras: values['no-extras'] ? 'none' : 'all',
      maxBody: values['max-body'],
      delay,
      journal: values.journal,
      journalBytes: values['journal-bytes'],
      journalBody: values['journal-body'],
      profiles: values['uk-core'] ? 'uk-core' : 'contract',
      asOf: values['as-of'] ?? 'clock',
      ...(compatibility && { compatibility }),
    },
    opensNames: values['auto-workspaces'],
    sendsOut: values.callbacks,
    ...(operatorKey !== undefined && { operatorKey }),
    ...(!values.ephemeral && { data: values.data ?? defaultData }),
  };
}

/** Undefined where plain HTTP is served. */
async function httpsOf(values: ServerValues, { host, allowHosts = [] }: Omit<NodeOptions, 'apis'>): Promise<Https | undefined> {
  const { 'https-cert': cert, 'https-key': key, data = defaultData } = values;
  if ((cert === undefined) !== (key === undefined)) throw new UsageError('--https-cert and --https-key go together');
  if (cert !== undefined && key !== undefined) return ownCertificate(cert, key);
  if (!values.https) return undefined;
  const names = ['localhost', '127.0.0.1', '[::1]', hostName(host), ...machineNames(), ...allowHosts];
  const bare = [...new Set(names.map((name) => name.replaceAll(/[[\]]/g, '')))].filter((name) => name !== '0.0.0.0' && name !== '::');
  return madeCertificate(bare, dirname(data));
}

/** The port is held by the process that watches, whoever serves behind it. */
async function held({ host, port }: ServerValues): Promise<HeldPort> {
  try {
    return await holdPort({ host, port });
  } catch (error) {
    throw error instanceof Error ? new Failure(whyNot(error, { data: undefined, port, host }), { cause: error }) : error;
  }
}

async function open(options: NodeOptions): Promise<NodeSandbox> {
  const { data, port, host } = options;
  try {
    return await startNode(options);
  } catch (error) {
    throw error instanceof Error ? new Failure(whyNot(error, { data, port, host }), { cause: error }) : error;
  }
}

/** Reads contracts and rules, each time as they are then. */
function apisReader(words: readonly string[], rules: readonly RulesFile[], reading: ReadingOptions): () => Promise<readonly Mountable[]> {
  const loader = rules.length === 0 ? undefined : rulesLoader((file) => reading.asked?.(file));
  return async () => {
    const apis = await listContracts(words, reading);
    return loader ? serveByRules(apis, rules, loader) : apis;
  };
}

async function reload(sandbox: NodeSandbox, readApis: () => Promise<readonly Mountable[]>, terminal: Terminal): Promise<void> {
  try {
    const apis = await readApis();
    sandbox.serve(apis);
    const said = apis.length > 3 ? counted(apis.length, 'API') : apis.map(servedLine).join(', ');
    terminal.out(`Serving anew: ${said}`);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    terminal.error(`${error.message}\nStill serving what was there before.`);
  }
}

function servedLine(listed: Mountable): string {
  const { slug, operations } = announcementOf(listed);
  return `${slug} (${counted(operations.length, 'operation')})`;
}
