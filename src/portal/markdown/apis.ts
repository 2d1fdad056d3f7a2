/** APIs, one of them, and one of its operations as Markdown. */
import { curlFor } from '../apis/curl-line.ts';
import { notedGroups, standingWords } from '../apis/fidelity.tsx';
import { operationAt } from '../apis/document/operation-document.ts';
import type { ListedOperation } from '../apis/downloads/requests.ts';
import { askControl, type ControlAnswer } from '../control.ts';
import type { PageVisit } from '../visit.ts';
import { pageAddress } from './twin.ts';
import { code, codeBlock, linked, bullets, paragraphs, inText } from './words.ts';

export async function apisAsMarkdown(visit: PageVisit): Promise<ControlAnswer<string>> {
  const catalogue = await askControl<'catalogue'>(visit, '/catalogue?curl=false');
  if (!catalogue.ok) return catalogue;
  const groups = [...Map.groupBy(catalogue.body.apis, ({ group }) => group)];
  return {
    ok: true,
    body: paragraphs(
      '# APIs that are served',
      `Their paths stand below ${code(visit.base)}.`,
      ...groups.map(
        ([group, apis]) =>
          `## ${inText(group)}\n\n${bullets(
            apis.map(
              ({ slug, title, base, operations, fidelity = '' }) =>
                `${linked(title, pageAddress(visit, `/apis/${slug}.md`))}: ${code(base || '/')}, ${operations} operations. ${inText(fidelity)}`,
            ),
          )}`,
      ),
    ),
  };
}

export async function apiAsMarkdown(visit: PageVisit, slug: string): Promise<ControlAnswer<string>> {
  const [catalogue, operations] = await Promise.all([
    askControl<'catalogue'>(visit, '/catalogue?curl=false'),
    askControl<'list-operations'>(visit, `/contracts/${encodeURIComponent(slug)}/operations?fidelity=true`),
  ]);
  if (!catalogue.ok) return catalogue;
  if (!operations.ok) return operations;
  const api = catalogue.body.apis.find((one) => one.slug === slug);
  const { fidelity } = operations.body;
  return {
    ok: true,
    body: paragraphs(
      `# ${inText(api?.title ?? slug)}`,
      `Version ${inText(api?.version ?? '')}, below ${code(visit.base + (api?.base ?? ''))}. ${inText(api?.fidelity ?? '')}`,
      `## Operations`,
      bullets(
        operations.body.operations.map(
          ({ id, method, path, summary, answeredBy }) =>
            `${linked(`${method} ${path}`, pageAddress(visit, `/apis/${slug}/${encodeURIComponent(id)}.md`))}: ${inText(summary ?? id)} (by ${answeredBy === 'rules' ? 'rules' : 'its contract'})`,
        ),
      ),
      `The whole contract: ${linked(`${slug}.json`, `${visit.base}/_sandbox/contracts/${slug}.json`)} (OpenAPI 3.1)`,
      api &&
        api.quirks.length > 0 &&
        `## What in its contract could not be taken as it stands\n\n${bullets(api.quirks.map((line) => inText(line)))}`,
      fidelity &&
        paragraphs(
          '## What is known of its rules',
          `Held against the ${inText(fidelity.compared.name)}, version ${inText(fidelity.compared.version)}, on ${fidelity.compared.on}.`,
          bullets(Object.values(standingWords)),
          ...notedGroups(fidelity, operations.body.operations).map(({ of, notes }) => `### ${code(of)}\n\n${notesIn(notes)}`),
        ),
    ),
  };
}

const notesIn = (notes: NonNullable<ListedOperation['fidelity']>): string =>
  bullets(
    notes.map(
      ({ standing, rule, service, source, checked }) =>
        `**${standing}**: ${inText(rule)} ${service === undefined ? '' : `${inText(service)} `}(${inText(source.name)}, ${checked})`,
    ),
  );

export async function operationAsMarkdown(visit: PageVisit, slug: string, id: string): Promise<ControlAnswer<string>> {
  const name = encodeURIComponent(slug);
  const [operations, contract] = await Promise.all([
    askControl<'list-operations'>(visit, `/contracts/${name}/operations?requests=true&fidelity=true&operation=${encodeURIComponent(id)}`),
    askControl<'read-contract'>(visit, `/contracts/${name}.json`),
  ]);
  if (!operations.ok) return operations;
  return { ok: true, body: operations.body.operations.map((operation) => told(visit, operation, contract)).join('\n') };
}

function told(
  visit: PageVisit,
  { id, method, path, summary, pointer, request, fidelity }: ListedOperation,
  contract: ControlAnswer<unknown>,
): string {
  const { description, parameters, body, answers } = operationAt(contract.ok ? contract.body : undefined, pointer);
  return paragraphs(
    `# ${inText(summary ?? id)}`,
    `${code(`${method} ${path}`)}, operation ${code(id)}, at ${code(pointer)} of the contract.`,
    description !== undefined && inText(description),
    request &&
      `## ${request.works ? 'A request that works' : 'A request, as the contract shows it'}\n\n${codeBlock(curlFor(visit.base, request), 'sh')}`,
    parameters.length > 0 &&
      `## Parameters\n\n${bullets(
        parameters.map(
          (one) =>
            `${code(one.name)} in ${inText(one.place)}, ${one.isRequired ? 'required' : 'may be left out'}. ${inText(one.description ?? '')}`,
        ),
      )}`,
    body && `## Body\n\n${bullets(body.content.map(({ type }) => code(type)))}`,
    answers.length > 0 &&
      `## Answers\n\n${bullets(
        answers.map(
          ({ status, description: said, content }) =>
            `${code(status)} ${content.map(({ type }) => code(type)).join(', ')} ${inText(said ?? '')}`,
        ),
      )}`,
    fidelity && `## What is known of its rules\n\n${notesIn(fidelity)}`,
  );
}
