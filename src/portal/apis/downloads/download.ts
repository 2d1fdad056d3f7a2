/** Requests to an API as a file: looked for when somebody asks for it. */
import { askControl } from '../../control.ts';
import { fileToKeep } from '../../page/file-to-keep.ts';
import { notFoundPage } from '../../page/not-found.tsx';
import { refused } from '../../page/refused.tsx';
import type { PageVisit } from '../../visit.ts';
import { httpFile } from './http-file.ts';
import { postmanCollection, type RequestsOfApi } from './postman-collection.ts';

const kinds = {
  postman: {
    type: 'application/json; charset=utf-8',
    name: (slug: string) => `${slug}.postman_collection.json`,
    write: (api: RequestsOfApi) => JSON.stringify(postmanCollection(api), undefined, 2),
  },
  http: { type: 'text/plain; charset=utf-8', name: (slug: string) => `${slug}.http`, write: httpFile },
} as const;

export async function requestsFile(visit: PageVisit, slug: string, kind: keyof typeof kinds): Promise<Response> {
  const [catalogue, listed] = await Promise.all([
    askControl<'catalogue'>(visit, '/catalogue?curl=false'),
    askControl<'list-operations'>(visit, `/contracts/${encodeURIComponent(slug)}/operations?requests=true`),
  ]);
  if (!catalogue.ok) return refused(visit, catalogue);
  const api = catalogue.body.apis.find((one) => one.slug === slug);
  if (!api) return notFoundPage(visit);
  if (!listed.ok) return refused(visit, listed);
  const { type, name, write } = kinds[kind];
  const { title, version, base } = api;
  const text = write({ title, version, base, address: visit.base + base, operations: listed.body.operations });
  return fileToKeep(text, { name: name(slug), type });
}
