/** What home asks the sandbox, all at once. What needs the workspace's key is refused to those who have none. */
import { askControl } from '../control.ts';
import type { PageVisit } from '../visit.ts';
import { askFirstRequest } from './first-call.tsx';

export async function askHome(visit: PageVisit) {
  const [catalogue, first, personas, exchanges, workspace] = await Promise.all([
    askControl<'catalogue'>(visit, '/catalogue?curl=false'),
    askFirstRequest(visit),
    askControl<'list-test-people'>(visit, '/personas'),
    askControl<'list-exchanges'>(visit, '/exchanges?limit=5'),
    askControl<'read-workspace'>(visit, '/workspace?bytes=false'),
  ]);
  return { catalogue, first, personas, exchanges, workspace };
}
