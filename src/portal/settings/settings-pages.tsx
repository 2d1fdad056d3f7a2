/** How this workspace answers. */
import { portalPath } from '../../gateway/places.ts';
import { consolePage } from '../page/console.tsx';
import type { Pages } from '../pages.ts';

export function settingsPages(pages: Pages): void {
  pages.get(`${portalPath}/settings`, ({ env: visit }) =>
    consolePage(visit, { part: 'settings', title: 'Settings', main: <p>How this workspace answers.</p> }),
  );
}
