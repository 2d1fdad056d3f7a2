/** APIs: all of them, one of them, and one of its operations. */
import type { Pages } from '../pages.ts';
import { portalPath } from '../../gateway/places.ts';
import { apiPage } from './api-page.tsx';
import { cataloguePage } from './catalogue-page.tsx';
import { requestsFile } from './downloads/download.ts';
import { operationPage } from './operation/operation-page.tsx';

export function apiPages(pages: Pages): void {
  const apis = `${portalPath}/apis`;
  pages.get(apis, ({ env: visit }) => cataloguePage(visit));
  pages.get(`${apis}/:slug`, ({ env: visit, req }) => apiPage(visit, req.param('slug')));
  pages.get(`${apis}/:slug/postman.json`, ({ env: visit, req }) => requestsFile(visit, req.param('slug'), 'postman'));
  pages.get(`${apis}/:slug/requests.http`, ({ env: visit, req }) => requestsFile(visit, req.param('slug'), 'http'));
  pages.get(`${apis}/:slug/:operation`, ({ env: visit, req }) => operationPage(visit, req.param('slug'), req.param('operation')));
}
