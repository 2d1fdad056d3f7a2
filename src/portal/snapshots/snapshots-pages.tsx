/** Points that this workspace can go back to. */
import { portalPath } from '../../gateway/places.ts';
import { consolePage } from '../page/console.tsx';
import type { Pages } from '../pages.ts';

export function snapshotPages(pages: Pages): void {
  pages.get(`${portalPath}/snapshots`, ({ env: visit }) =>
    consolePage(visit, { part: 'snapshots', title: 'Snapshots', main: <p>Points that this workspace can go back to.</p> }),
  );
}
