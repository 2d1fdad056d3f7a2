/** What the sandbox has that the real services have not, as things are in the workspace that is asked. */
import { extraNames, extras, isThere } from '../../workspace/extras.ts';
import type { Behaviours } from '../behaviours.ts';

export const extrasBehaviours: Behaviours<'list-extras'> = {
  'list-extras': ({ visit: { workspace } }) => ({
    status: 200,
    body: {
      extras: extraNames.map((name) => {
        const { what, without, stays } = extras[name];
        return { name, isThere: isThere(workspace.settings, name), canBeLeftOut: stays !== true, what, without };
      }),
    },
  }),
};
