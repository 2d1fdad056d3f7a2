/** Home as Markdown. */
import { askControl, type ControlAnswer } from '../control.ts';
import type { PageVisit } from '../visit.ts';
import { synthetic } from './synthetic.ts';
import { pageAddress } from './twin.ts';
import { code, codeBlock, linked, bullets, paragraphs } from './words.ts';

export async function homeAsMarkdown(visit: PageVisit): Promise<ControlAnswer<string>> {
  const first = await askControl<'first-request'>(visit, '/first-request');
  return {
    ok: true,
    body: paragraphs(
      '# NHS API Sandbox',
      synthetic,
      `Base address of this workspace: ${code(visit.base)}. The path of an API follows it, as at the real service. No token is needed, unless access to this workspace is strict: then an answer says so, and how to get one.`,
      first.ok && `A first request that works:\n\n${codeBlock(first.body.curl, 'sh')}`,
      bullets([
        linked('APIs that are served', pageAddress(visit, '/apis.md')),
        linked('Test people', pageAddress(visit, '/people.md')),
        linked('Latest exchanges: what was asked, and why it was answered so', pageAddress(visit, '/exchanges.md')),
      ]),
      `Every answer has a header ${code('X-Sandbox-Trace')}: a URL that says why it was answered so, with a request that works where it was refused.`,
    ),
  };
}
