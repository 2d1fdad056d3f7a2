/** People: who there is, and one of them. */
import { portalPath } from '../../gateway/places.ts';
import type { Pages } from '../pages.ts';
import { foundFile } from './found-files.ts';
import { ownPages } from './own/own-pages.tsx';
import { personPage } from './person-page.tsx';
import { sideBySidePage } from './side-by-side/side-by-side-page.tsx';
import { searchPage } from './search-page.tsx';
import { toldAnswer } from './told-answer.ts';

export function peoplePages(pages: Pages): void {
  pages.get(`${portalPath}/people`, ({ env: visit }) => searchPage(visit));
  pages.get(`${portalPath}/people/found.csv`, ({ env: visit }) => foundFile(visit, 'csv'));
  pages.get(`${portalPath}/people/found.json`, ({ env: visit }) => foundFile(visit, 'json'));
  ownPages(pages);
  pages.get(`${portalPath}/people/:nhsNumber`, ({ env: visit, req }) => personPage(visit, req.param('nhsNumber')));
  pages.get(`${portalPath}/people/:nhsNumber/side-by-side`, ({ env: visit, req }) => sideBySidePage(visit, req.param('nhsNumber')));
  pages.get(`${portalPath}/people/:nhsNumber/told/:slug`, ({ env: visit, req }) =>
    toldAnswer(visit, req.param('nhsNumber'), req.param('slug')),
  );
}
