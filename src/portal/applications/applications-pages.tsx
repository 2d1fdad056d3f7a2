/** Applications that are registered here, and their keys. */
import { portalPath } from '../../gateway/places.ts';
import type { Pages } from '../pages.ts';
import { applicationPage, takeChange, deleteApplication, deletePage } from './application-page.tsx';
import { applicationsPage, registerApplication } from './list-page.tsx';

export function applicationPages(pages: Pages): void {
  const place = `${portalPath}/applications`;
  pages.get(place, ({ env: visit }) => applicationsPage(visit));
  pages.post(place, ({ env: visit }) => registerApplication(visit));
  pages.get(`${place}/:id`, ({ env: visit, req }) => applicationPage(visit, req.param('id')));
  pages.post(`${place}/:id`, ({ env: visit, req }) => takeChange(visit, req.param('id')));
  pages.get(`${place}/:id/delete`, ({ env: visit, req }) => deletePage(visit, req.param('id')));
  pages.post(`${place}/:id/delete`, ({ env: visit, req }) => deleteApplication(visit, req.param('id')));
}
