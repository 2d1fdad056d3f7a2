/** Exchanges, and one explained, as Markdown. */
import { askControl, type ControlAnswer } from '../control.ts';
import { meaningOf, sourceOf, type Exchanged } from '../exchanges/words.ts';
import type { PageVisit } from '../visit.ts';
import { pageAddress } from './twin.ts';
import { code, codeBlock, linked, bullets, paragraphs, inText } from './words.ts';

export async function exchangesAsMarkdown(visit: PageVisit): Promise<ControlAnswer<string>> {
  const found = await askControl<'list-exchanges'>(visit, '/exchanges?limit=50');
  if (!found.ok) return found;
  return {
    ok: true,
    body: paragraphs(
      '# Latest exchanges',
      'An exchange is one request that reached an API here, with its answer and the reason for it. Newest first.',
      bullets(
        found.body.exchanges.map(
          ({ id, at, request, answer }) =>
            `${linked(`${request.method} ${request.url}`, pageAddress(visit, `/exchanges/${id}.md`))}: ${answer.status}, ${at}`,
        ),
      ),
    ),
  };
}

export async function exchangeAsMarkdown(visit: PageVisit, id: string): Promise<ControlAnswer<string>> {
  const found = await askControl<'explain-exchange'>(visit, `/trace/${encodeURIComponent(id)}`);
  return found.ok ? { ok: true, body: explained(found.body) } : found;
}

function explained({ request, answer, api, operation, problem, next = [], notes, works, worksNote }: Exchanged): string {
  return paragraphs(
    `# ${answer.status} to ${inText(`${request.method} ${request.url}`)}`,
    `${meaningOf(answer.status)}. Answered by ${sourceOf(answer)}. ${inText(answer.why ?? '')}`,
    api?.title !== undefined && `API: ${inText(api.title)}${operation?.id === undefined ? '' : `, operation ${code(operation.id)}`}`,
    problem &&
      `## What was wrong\n\n${paragraphs(
        inText(problem.message),
        bullets(
          problem.faults.map(
            ({ in: part, name, pointer, message }) => `${code([part, name, pointer].filter(Boolean).join(' '))}: ${inText(message)}`,
          ),
        ),
      ).trim()}`,
    next.length > 0 && `## What it would be refused for next\n\n${bullets(next.map((line) => inText(line)))}`,
    works !== undefined &&
      `## A request that works\n\n${worksNote === undefined ? '' : `${inText(worksNote)}\n\n`}${codeBlock(works, 'sh')}`,
    notes.length > 0 && `## Also worth knowing\n\n${bullets(notes.map((line) => inText(line)))}`,
  );
}
