/** Answers of your own to some requests. */
import { portalPath } from '../../gateway/places.ts';
import { consolePage } from '../page/console.tsx';
import type { Pages } from '../pages.ts';

export function stubPages(pages: Pages): void {
  pages.get(`${portalPath}/stubs`, ({ env: visit }) =>
    consolePage(visit, { part: 'stubs', title: 'Stubs', main: <p>Answers of your own to some requests.</p> }),
  );
}
