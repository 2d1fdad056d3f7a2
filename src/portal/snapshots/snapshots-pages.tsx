/** Points that this workspace can go back to, everything that was written out and in again, and the way back to the beginning. */
import { portalPath } from '../../gateway/places.ts';
import { withForm } from '../page/with-form.ts';
import type { Pages } from '../pages.ts';
import { exportedFile } from './exported-file.ts';
import { importPage, takeIn } from './import-page.tsx';
import { reset, resetPage } from './reset-pages.tsx';
import { forget, forgetPage, goBack, goBackPage } from './one-snapshot.tsx';
import { snapshotsPage, take } from './snapshots-page.tsx';

export function snapshotPages(pages: Pages): void {
  pages.get(`${portalPath}/snapshots`, ({ env: visit }) => snapshotsPage(visit));
  pages.post(`${portalPath}/snapshots`, ({ env: visit }) => withForm(visit, (field) => take(visit, field)));
  pages.get(`${portalPath}/snapshots/state.ndjson`, ({ env: visit }) => exportedFile(visit));
  pages.get(`${portalPath}/snapshots/import`, ({ env: visit }) => importPage(visit));
  pages.post(`${portalPath}/snapshots/import`, ({ env: visit }) => takeIn(visit));
  pages.get(`${portalPath}/snapshots/:name/restore`, ({ env: visit, req }) => goBackPage(visit, req.param('name')));
  pages.post(`${portalPath}/snapshots/:name/restore`, ({ env: visit, req }) => withForm(visit, () => goBack(visit, req.param('name'))));
  pages.get(`${portalPath}/snapshots/:name/forget`, ({ env: visit, req }) => forgetPage(visit, req.param('name')));
  pages.post(`${portalPath}/snapshots/:name/forget`, ({ env: visit, req }) => withForm(visit, () => forget(visit, req.param('name'))));
  pages.get(`${portalPath}/reset`, ({ env: visit }) => resetPage(visit));
  pages.post(`${portalPath}/reset`, ({ env: visit }) => withForm(visit, () => reset(visit)));
}
