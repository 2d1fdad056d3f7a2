/** People. */
import type { Pages } from '../pages.ts';
import { page } from '../page/page.tsx';
import { portalPath } from '../../gateway/places.ts';

export function peoplePages(pages: Pages): void {
  pages.get(`${portalPath}/people`, ({ env: visit }) => page(visit, { title: 'People', main: <p>To come.</p> }));
}
