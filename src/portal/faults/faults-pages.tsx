/** What goes wrong here on purpose. */
import { portalPath } from '../../gateway/places.ts';
import { consolePage } from '../page/console.tsx';
import type { Pages } from '../pages.ts';

export function faultPages(pages: Pages): void {
  pages.get(`${portalPath}/faults`, ({ env: visit }) =>
    consolePage(visit, { part: 'faults', title: 'Faults', main: <p>What goes wrong here on purpose.</p> }),
  );
}
