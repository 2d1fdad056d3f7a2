/** What is asked for has no workspace, or has none any more: not even what is open to everybody answers. */
import { portalPath } from '../../gateway/places.ts';
import { page } from '../page/page.tsx';
import type { PageVisit } from '../visit.ts';

export function noWorkspacePage(visit: PageVisit): Promise<Response> {
  const root = `${visit.folder}${portalPath}`;
  return page(visit, {
    title: 'There is no such workspace',
    status: 404,
    main: (
      <>
        <p>
          No workspace answers at <code>{visit.base}</code>. It may have ended, and everything in it is deleted then; or its address was cut
          short when it was copied.
        </p>
        <p>
          <a href={`${root}/workspace/new`}>Make a new one</a>, or look around <a href={root}>without one</a>.
        </p>
      </>
    ),
  });
}
