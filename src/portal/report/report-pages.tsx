/** What your client has tried, got wrong and never tried. */
import { portalPath } from '../../gateway/places.ts';
import { consolePage } from '../page/console.tsx';
import type { Pages } from '../pages.ts';

export function reportPages(pages: Pages): void {
  pages.get(`${portalPath}/report`, ({ env: visit }) =>
    consolePage(visit, { part: 'report', title: 'Readiness report', main: <p>What your client has tried, got wrong and never tried.</p> }),
  );
}
