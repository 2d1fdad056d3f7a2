/** How a workspace answers, as it may be read and changed. */
import type { components } from '../../generated/sandbox-control.types.ts';
import type { Settings } from '../../workspace/settings.ts';
import type { Behaviours } from '../behaviours.ts';

/** How large a body may be is the home's to say. */
export function shownSettings(settings: Settings): components['schemas']['Settings'] {
  const { maxBody: _, compatibility, ...always } = settings;
  return { ...always, ...(compatibility !== undefined && { compatibility }) };
}

export const settingsBehaviours: Behaviours<'read-settings' | 'change-settings'> = {
  'read-settings': ({ query: { atFirst }, visit: { workspace } }) => ({
    status: 200,
    body: shownSettings(atFirst ? workspace.settingsAtFirst : workspace.settings),
  }),
  'change-settings': ({ body, visit: { workspace } }) =>
    workspace.changeSettings(body) ?? { status: 200, body: shownSettings(workspace.settings) },
};
