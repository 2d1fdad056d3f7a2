/** Applications that are registered here, and their keys. */
import { portalPath } from '../../gateway/places.ts';
import { consolePage } from '../page/console.tsx';
import type { Pages } from '../pages.ts';

export function applicationPages(pages: Pages): void {
  pages.get(`${portalPath}/applications`, ({ env: visit }) =>
    consolePage(visit, {
      part: 'applications',
      title: 'Applications',
      main: <p>Applications that are registered here, and their keys.</p>,
    }),
  );
}
