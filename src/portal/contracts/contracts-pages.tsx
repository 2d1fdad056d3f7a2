/** Contracts of your own that are served here. */
import { portalPath } from '../../gateway/places.ts';
import { consolePage } from '../page/console.tsx';
import type { Pages } from '../pages.ts';

export function contractPages(pages: Pages): void {
  pages.get(`${portalPath}/contracts`, ({ env: visit }) =>
    consolePage(visit, { part: 'contracts', title: 'Contracts', main: <p>Contracts of your own that are served here.</p> }),
  );
}
