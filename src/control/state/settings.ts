/** How a workspace answers, as it may be read and changed. */
import type { components } from '../../generated/sandbox-control.types.ts';
import type { Settings } from '../../workspace/settings.ts';
import type { Behaviours } from '../behaviours.ts';

/** How large a body may be is the home's to say. */
export function shownSettings({
  unknownIds,
  examples,
  mediaTypes,
  checks,
  access,
  delay,
  journal,
  journalBytes,
  journalBody,
  profiles,
  compatibility,
  callbacks,
  asOf,
}: Settings): components['schemas']['Settings'] {
  const always = { unknownIds, examples, mediaTypes, checks, access, delay, journal, journalBytes, journalBody, profiles, callbacks, asOf };
  return { ...always, ...(compatibility !== undefined && { compatibility }) };
}

export const settingsBehaviours: Behaviours<'read-settings' | 'change-settings'> = {
  'read-settings': ({ visit: { workspace } }) => ({ status: 200, body: shownSettings(workspace.settings) }),
  'change-settings': ({ body, visit: { workspace } }) =>
    workspace.changeSettings(body) ?? { status: 200, body: shownSettings(workspace.settings) },
};
