/** On the host of the mock APIs, where a deployment shows no pages: where they are, or how to turn them on. */
import { portalPath } from '../../gateway/places.ts';
import { page } from '../page/page.tsx';
import { to, type PageVisit } from '../visit.ts';

export function elsewherePage(visit: PageVisit): Promise<Response> {
  const { path, prefix, base, portalOrigin } = visit;
  const wanted = path.startsWith(`${portalPath}/`) ? path.slice(portalPath.length) : '';
  return page(visit, {
    title: path === '/' ? 'Mock NHS APIs are served here' : 'Nothing is here',
    status: path === '/' ? 200 : 404,
    main: (
      <>
        {path === '/' ? (
          <p>
            Programs ask this address. <a href={`${prefix}/_sandbox/catalogue`}>Which APIs there are, as JSON</a>
          </p>
        ) : (
          <p>
            No API of this sandbox answers at <code>{prefix + path}</code>. Paths of the APIs begin with <code>{base}</code>.
          </p>
        )}
        {portalOrigin === undefined ? (
          <p>
            Pages for people are off. Whoever runs this deployment turns them on by giving them an address of their own: the settings{' '}
            <code>PORTAL_ORIGIN</code> and <code>MOCK_ORIGIN</code>, as docs/deploy.md says.
          </p>
        ) : (
          <p>
            Pages for people have an address of their own: <a href={to(visit, wanted)}>{to(visit, wanted)}</a>
          </p>
        )}
      </>
    ),
  });
}
