/** The sandbox's own API over the workspaces of a home: loaded when somebody asks it for the first time. */
import type { BesideControl, OwnServed } from '../gateway/gateway.ts';
import type { Workspaces } from '../workspaces/workspaces.ts';

export function ownControl(workspaces: Workspaces): (beside: BesideControl) => Promise<OwnServed> {
  return async (beside) => {
    const { controlOf } = await import('../control/control.ts');
    return controlOf(workspaces)(beside);
  };
}
