/** What clients sent last and why it was answered so: a list, and a page for each, which is also where X-Sandbox-Trace leads a browser. */
import { controlPath, portalPath } from '../../gateway/places.ts';
import type { Pages } from '../pages.ts';
import { againPages } from './again-pages.tsx';
import { assertionPages } from './assertion/assertion-pages.tsx';
import { explanationPage } from './explanation-page.tsx';
import { listPage } from './list-page.tsx';

export function exchangePages(pages: Pages): void {
  pages.get(`${portalPath}/exchanges`, ({ env: visit }) => listPage(visit));
  pages.get(`${portalPath}/exchanges/:id`, ({ env: visit, req }) => explanationPage(visit, req.param('id')));
  againPages(pages);
  assertionPages(pages);
  pages.get(`${controlPath}/trace/:id`, ({ env: visit, req }) => explanationPage(visit, req.param('id')));
}
