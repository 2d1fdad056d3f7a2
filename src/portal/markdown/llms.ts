/** `/llms.txt` (llmstxt.org): what a coding assistant should know, and where the rest is. */
import { askControl, type ControlAnswer } from '../control.ts';
import type { PageVisit } from '../visit.ts';
import { synthetic } from './synthetic.ts';
import { pageAddress } from './twin.ts';
import { code, codeBlock, linked, bullets, paragraphs, inText } from './words.ts';

export async function llmsText(visit: PageVisit): Promise<ControlAnswer<string>> {
  const [catalogue, first] = await Promise.all([
    askControl<'catalogue'>(visit, '/catalogue?curl=false'),
    askControl<'first-request'>(visit, '/first-request'),
  ]);
  if (!catalogue.ok) return catalogue;
  const own = (path: string): string => `${visit.base}/_sandbox${path}`;
  const groups = [...Map.groupBy(catalogue.body.apis, ({ group }) => group)];
  return {
    ok: true,
    body: paragraphs(
      '# NHS API Sandbox',
      '> Mock NHS England APIs that keep what is written to them, over one made-up population, at one address.',
      synthetic,
      bullets([
        `Base address: ${code(visit.base)}. The path of an API follows it. No token is needed, unless access is strict; what a request lacks is said in its answer.`,
        `A refused request: read the URL in its header ${code('X-Sandbox-Trace')} with ${code('Accept: application/json')}; ${code('works')} is a request that works.`,
        `Start anew: ${code(`curl -X POST ${own('/reset')}`)}. Ids and people are the same each time.`,
      ]),
      first.ok && codeBlock(first.body.curl, 'sh'),
      ...groups.map(
        ([group, apis]) =>
          `## ${inText(group)}\n\n${bullets(apis.map(({ slug, title, base, basis }) => `${linked(title, pageAddress(visit, `/apis/${slug}.md`))}: below ${code(base)}, ${basis === 'by its contract' ? basis : `by ${basis}`}`))}`,
      ),
      `## People\n\n${bullets([
        `${linked('Test people', pageAddress(visit, '/people.md'))}: published ones, and what each is for`,
        `${linked('Search', own('/people?q=Smith'))}: by name, postcode, practice or year of birth, as JSON`,
      ])}`,
      `## The sandbox itself\n\n${bullets([
        `${linked('Home', pageAddress(visit, '/home.md'))}: the address and a first request`,
        `${linked('Latest exchanges', pageAddress(visit, '/exchanges.md'))}: what was asked, and what came back`,
        `${linked('Its own API', own('/contracts/sandbox-control.json'))}: OpenAPI 3.1; reset, settings, snapshots, contracts, workspaces`,
      ])}`,
      `## Optional\n\n${bullets([
        `${linked('Catalogue', own('/catalogue'))}: the same APIs as JSON, with a request that works to each`,
        `${linked('Check a contract', pageAddress(visit, '/check'))}: what the sandbox makes of an OpenAPI document`,
      ])}`,
    ),
  };
}
