/** Access tokens without a log-in. */
import { portalPath } from '../../gateway/places.ts';
import { withForm } from '../page/with-form.ts';
import type { Pages } from '../pages.ts';
import { tokenPage } from './token-page.tsx';
import { tokensPage } from './choose-page.tsx';

export function tokenPages(pages: Pages): void {
  const place = `${portalPath}/tokens`;
  pages.get(place, ({ env: visit }) => tokensPage(visit, (name) => visit.query.get(name) ?? ''));
  pages.post(place, ({ env: visit }) => withForm(visit, (text) => tokenPage(visit, text)));
}
