/** Home. */
import type { Pages } from '../pages.ts';
import { page } from '../page/page.tsx';
import { portalPath } from '../../gateway/places.ts';

export function homePages(pages: Pages): void {
  for (const path of ['/', portalPath])
    pages.get(path, ({ env: visit }) => page(visit, { title: 'NHS API Sandbox', section: 'home', main: <p>To come.</p> }));
}
