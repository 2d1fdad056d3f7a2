/** APIs. */
import type { Pages } from '../pages.ts';
import { page } from '../page/page.tsx';
import { portalPath } from '../../gateway/places.ts';

export function apiPages(pages: Pages): void {
  pages.get(`${portalPath}/apis`, ({ env: visit }) => page(visit, { title: 'APIs', main: <p>To come.</p> }));
}
