/** `/_sandbox`: the sandbox's own API, described in openapi/sandbox-control.yaml, which it serves itself. No contract can shadow it. */
import { Hono } from 'hono';
import { quirkLines } from '../contract/quirk-texts.ts';
import { negotiate } from '../contract/media-type.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { elsewhere } from '../gateway/addresses.ts';
import type { Api } from '../gateway/api.ts';
import { controlProblem } from './control-problem.ts';
import { guardControl } from '../gateway/callers/guard-control.ts';
import type { Origins } from '../gateway/callers/origins.ts';
import { explain } from './explain.ts';
import { readUrl } from '../gateway/request/incoming.ts';
import { publishedNumberQuirks } from '../plan/published-numbers.ts';
import { reservedQuirks } from '../gateway/reserved.ts';
import { redactLiveNumbers } from '../fhir/live-numbers.ts';
import { quotable } from '../gateway/request/withheld.ts';
import { tracePage } from '../portal/trace-page.ts';
import type { WorkingLines } from '../gateway/works/working-lines.ts';
import { contractPath, controlContract, writtenContracts } from './written-contracts.ts';

/** JSON for a program, which asks for it or for anything; a page for a browser, which asks for HTML. */
const traceTypes = ['application/json', 'text/html'];

export function controlApi(
  apis: readonly Api[],
  origins: Origins | undefined,
  workingLines: WorkingLines,
): Hono<{ Bindings: { workspace: Workspace } }> {
  const control = new Hono<{ Bindings: { workspace: Workspace } }>();
  if (origins) {
    control.use(async (c, next) => {
      const { origin: own, pathname } = readUrl(c.req.url, c.env.workspace.prefix);
      const answer = await guardControl({ request: c.req.raw, own, pathname }, origins, async () => {
        await next();
        return c.res;
      });
      // Hono would write the headers of the one before over those of the new one.
      c.res = undefined;
      c.res = answer;
    });
  }
  control.use(async (c, next) => {
    await next();
    c.header('X-Sandbox-Data', 'synthetic');
    c.header('X-Content-Type-Options', 'nosniff');
    if (!c.res.headers.has('cache-control')) c.header('Cache-Control', 'no-store');
  });
  const files = writtenContracts(apis.map(({ contract }) => contract));
  control.get('/health', (c) => c.json({ status: 'pass' }));
  control.get('/catalogue', (c) => c.json({ data: 'synthetic', apis: apis.map((api) => describe(api)) }));
  control.post('/reset', (c) => {
    c.env.workspace.reset();
    return c.body(null, 204);
  });
  control.get('/exchanges', (c) => {
    const asked = Number(c.req.query('limit') ?? 50);
    if (!Number.isInteger(asked) || asked < 1 || asked > 1000) return problem(400, 'limit must be a whole number from 1 to 1000.');
    const { workspace } = c.env;
    return c.json({ exchanges: workspace.journal.list(asked).map((exchange) => explain(exchange, workspace, apis)) });
  });
  control.get('/trace/:id', async (c) => {
    const { workspace } = c.env;
    const exchange = workspace.journal.find(c.req.param('id'));
    if (!exchange) return problem(404, 'No exchange has this id. The sandbox keeps the last 1,000 of a workspace.');
    const { origin } = readUrl(c.req.url, '');
    const explanation = { ...explain(exchange, workspace, apis), ...(await workingLines(exchange, workspace, origin)) };
    return negotiate(c.req.header('accept') ?? null, traceTypes) === 'text/html' ? tracePage(explanation) : c.json(explanation);
  });
  control.get('/contracts/:file', async (c) => {
    const answer = await files(c.req.param('file'), c.req.header('if-none-match'));
    return typeof answer === 'string' ? problem(404, answer) : answer;
  });
  control.all('/elsewhere/*', (c) => {
    const { pathname, search } = readUrl(c.req.url, c.env.workspace.prefix);
    const address = `https://${pathname.slice(elsewhere.length + 1)}${search}`;
    return problem(
      404,
      `The contract links to ${quotable(address) ?? 'an address'} here, which no API of this sandbox serves. ${serving(apis)}`,
    );
  });
  control.all('/redirected/:slug/:operation', (c) => {
    const { slug, operation } = c.req.param();
    const known = apis.find(({ contract }) => contract.slug === slug)?.contract.operations.some(({ id }) => id === operation);
    if (!known) return problem(404, 'No operation of this sandbox has this name.');
    return c.json({
      data: 'synthetic',
      detail: `${operation} redirects, and its contract does not show where to. Nothing but this text is here.`,
    });
  });
  control.all('*', (c) => problem(404, `The sandbox's own API has no ${c.req.method} at this path. See ${controlContract}.`));
  return control;
}

const serving = (apis: readonly Api[]): string => `It serves: ${apis.map(({ mounts }) => mounts[0] ?? '/').join(', ')}.`;

function describe({ contract, mock, mounts, plan }: Api): { [name: string]: string | number | readonly string[] } {
  return {
    slug: contract.slug,
    title: contract.title,
    version: contract.version,
    base: mounts[0] ?? '',
    contract: contractPath(contract.slug),
    operations: contract.operations.length,
    behaviours: Object.keys(mock?.behaviours ?? {}),
    quirks: quirkLines([...reservedQuirks(contract), ...publishedNumberQuirks(plan.publishedNumbers()), ...contract.quirks]).map((line) =>
      redactLiveNumbers(line),
    ),
  };
}

const problem = (status: 400 | 404, detail: string): Response =>
  controlProblem({ status, title: status === 404 ? 'Not found' : 'Bad request', detail });
