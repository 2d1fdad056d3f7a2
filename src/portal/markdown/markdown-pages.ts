/** Pages as Markdown, for coding assistants: the same answers of the sandbox's own API, without the page around them. */
import { portalPath } from '../../gateway/places.ts';
import type { ControlAnswer } from '../control.ts';
import type { Pages } from '../pages.ts';
import type { PageVisit } from '../visit.ts';
import { apiAsMarkdown, apisAsMarkdown, operationAsMarkdown } from './apis.ts';
import { exchangeAsMarkdown, exchangesAsMarkdown } from './exchanges.ts';
import { homeAsMarkdown } from './home.ts';
import { llmsText } from './llms.ts';
import { peopleAsMarkdown, personAsMarkdown } from './people.ts';
import { paragraphs, inText } from './words.ts';

/** Registered before the pages, whose addresses they share but for their end. */
export function markdownPages(pages: Pages): void {
  const at = (page: string, write: (visit: PageVisit) => Promise<ControlAnswer<string>>): void => {
    pages.get(portalPath + page, async ({ env: visit }) => written(await write(visit)));
  };
  at('/llms.txt', llmsText);
  at('/home.md', homeAsMarkdown);
  at('/apis.md', apisAsMarkdown);
  at('/people.md', peopleAsMarkdown);
  at('/exchanges.md', exchangesAsMarkdown);

  const one = (folder: string, write: (visit: PageVisit, name: string) => Promise<ControlAnswer<string>>): void => {
    pages.get(`${portalPath}${folder}/:name{[^/]+\\.md}`, async ({ env: visit, req }) =>
      written(await write(visit, unended(req.param('name')))),
    );
  };
  one('/apis', apiAsMarkdown);
  one('/people', personAsMarkdown);
  one('/exchanges', exchangeAsMarkdown);
  pages.get(`${portalPath}/apis/:slug/:operation{[^/]+\\.md}`, async ({ env: visit, req }) =>
    written(await operationAsMarkdown(visit, req.param('slug'), unended(req.param('operation')))),
  );
}

const unended = (name: string): string => name.replace(/\.md$/, '');

function written(answer: ControlAnswer<string>): Response {
  const text = answer.ok ? answer.body : paragraphs(`# ${inText(answer.problem.title)}`, inText(answer.problem.detail));
  return new Response(text, {
    status: answer.ok ? 200 : answer.status,
    headers: {
      'Content-Type': 'text/markdown; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
      'X-Sandbox-Data': 'synthetic',
    },
  });
}
