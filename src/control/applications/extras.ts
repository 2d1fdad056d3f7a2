/** What the sandbox has that the real services have not, as things are in the workspace that is asked. */
import { demoApplication } from '../../workspace/applications/demo.ts';
import { extraNames, extras, isThere } from '../../workspace/extras.ts';
import type { Behaviours } from '../behaviours.ts';

export const extrasBehaviours: Behaviours<'list-extras'> = {
  'list-extras': ({ visit: { workspace } }) => ({
    status: 200,
    body: {
      extras: extraNames.map((name) => {
        const { what, without, stays } = extras[name];
        // A sandbox that is run for others never had the demo application.
        const isMissed = name === 'demo-application' && workspace.applications.find(demoApplication.id) === undefined;
        return { name, isThere: !isMissed && isThere(workspace.settings, name), canBeLeftOut: stays !== true, what, without };
      }),
    },
  }),
};
