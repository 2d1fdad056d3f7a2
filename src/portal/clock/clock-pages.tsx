/** What time it is in this workspace, and what happens next. */
import { portalPath } from '../../gateway/places.ts';
import { consolePage } from '../page/console.tsx';
import type { Pages } from '../pages.ts';

export function clockPages(pages: Pages): void {
  pages.get(`${portalPath}/clock`, ({ env: visit }) =>
    consolePage(visit, { part: 'clock', title: 'Clock', main: <p>What time it is in this workspace, and what happens next.</p> }),
  );
}
