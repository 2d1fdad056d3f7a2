/** Nothing is here: where to go instead. */
import { to, type PageVisit } from '../visit.ts';
import { page } from './page.tsx';

export function notFoundPage(visit: PageVisit): Promise<Response> {
  return page(visit, {
    title: 'Nothing is here',
    status: 404,
    main: (
      <>
        <p>
          No API of this sandbox and no page of it stands at <code>{visit.prefix + visit.path}</code>.
        </p>
        {visit.shows === 'pages' && (
          <p>
            Mock APIs are not served at this address, but at <code>{visit.base}</code>.
          </p>
        )}
        <ul>
          <li>
            <a href={to(visit, '/apis')}>Which APIs are served, and where</a>
          </li>
          <li>
            <a href={to(visit, '/exchanges')}>What was asked last, and why it was answered so</a>
          </li>
          <li>
            <a href={to(visit, '')}>The first page</a>
          </li>
        </ul>
      </>
    ),
  });
}
