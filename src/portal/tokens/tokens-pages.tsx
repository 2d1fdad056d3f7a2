/** Access tokens without a log-in. */
import { portalPath } from '../../gateway/places.ts';
import { consolePage } from '../page/console.tsx';
import type { Pages } from '../pages.ts';

export function tokenPages(pages: Pages): void {
  pages.get(`${portalPath}/tokens`, ({ env: visit }) =>
    consolePage(visit, { part: 'tokens', title: 'Tokens', main: <p>Access tokens without a log-in.</p> }),
  );
}
