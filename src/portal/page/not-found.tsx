/** Nothing is here: what was probably meant, and where to go instead. */
import { portalPath } from '../../gateway/places.ts';
import { askControl } from '../control.ts';
import { to, type PageVisit } from '../visit.ts';
import { nearestApi } from './nearest-api.ts';
import { page } from './page.tsx';

export async function notFoundPage(visit: PageVisit): Promise<Response> {
  const catalogue = await askControl<'catalogue'>(visit, '/catalogue?curl=false');
  const isPage = visit.path.startsWith(`${portalPath}/`);
  const meant = catalogue.ok && !isPage ? nearestApi(visit.path, catalogue.body.apis) : undefined;
  return page(visit, {
    title: 'Nothing is here',
    status: 404,
    main: (
      <>
        <p>
          No API of this sandbox and no page of it stands at <code>{visit.prefix + visit.path}</code>.
        </p>
        {meant && (
          <p>
            Did you mean <a href={to(visit, `/apis/${meant.slug}`)}>{meant.title}</a>? Its paths begin with{' '}
            <code>{visit.base + meant.base}</code>.
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
