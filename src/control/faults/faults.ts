/** What goes wrong on purpose in a workspace: rules one by one, and named sets of them. */
import { faultProfiles, profileOf } from '../../gateway/faults/profiles.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import type { BesideControl } from '../../gateway/gateway.ts';
import type { Problem } from '../../mock/problem.ts';
import type { KeptRule } from '../../workspace/rules/kept-rules.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Behaviours } from '../behaviours.ts';
import { unservedRule } from './unserved-rule.ts';

type Ids = 'list-faults' | 'add-fault' | 'remove-faults' | 'list-fault-profiles' | 'read-fault' | 'put-fault' | 'remove-fault';

type Fault = components['schemas']['Fault'];

const noFault: Problem = {
  problem: 'not-found',
  message: 'This workspace has no fault of this id. GET /_sandbox/faults lists those it has.',
};

function shown({ id, text }: KeptRule, { rules }: Workspace): components['schemas']['KeptFault'] {
  return { id, ...(JSON.parse(text) as Fault), used: rules.faults.usesOf(id) }; // as it was admitted
}

export function faultBehaviours({ served }: BesideControl): Behaviours<Ids> {
  return {
    'list-faults': ({ visit: { workspace } }) => ({
      status: 200,
      body: { faults: (workspace.rules.faults.active ?? []).map((rule) => shown(rule, workspace)) },
    }),

    'add-fault'({ body, visit: { workspace } }) {
      const { faults } = workspace.rules;
      if ('profile' in body) {
        const profile = profileOf(body.profile);
        if (!profile) return noProfile(body.profile);
        const rules = profile.faults.map((rule, index) => ({ id: `${profile.name}-${index + 1}`, text: JSON.stringify(rule) }));
        return faults.putAll(rules) ?? { status: 201, body: { faults: rules.map((rule) => shown(rule, workspace)) } };
      }
      const refused = unservedRule(body, served);
      if (refused) return refused;
      const rule = { id: faults.newId(), text: JSON.stringify(body) };
      return faults.put(rule.id, rule.text) ?? { status: 201, body: { faults: [shown(rule, workspace)] } };
    },

    'remove-faults'({ visit: { workspace } }) {
      workspace.rules.faults.clear();
      return { status: 204 };
    },

    'list-fault-profiles': () => ({
      status: 200,
      body: { profiles: faultProfiles.map(({ name, about, faults }) => ({ name, about, faults: [...faults] })) },
    }),

    'read-fault'({ path: { id }, visit: { workspace } }) {
      const rule = workspace.rules.faults.active?.find((one) => one.id === id);
      return rule ? { status: 200, body: shown(rule, workspace) } : noFault;
    },

    'put-fault'({ path: { id }, body, visit: { workspace } }) {
      const refused = unservedRule(body, served);
      if (refused) return refused;
      const rule = { id, text: JSON.stringify(body) };
      return workspace.rules.faults.put(rule.id, rule.text) ?? { status: 200, body: shown(rule, workspace) };
    },

    'remove-fault': ({ path: { id }, visit: { workspace } }) => (workspace.rules.faults.delete(id) ? { status: 204 } : noFault),
  };
}

const noProfile = (name: string): Problem => {
  const message = `There is no profile called ${JSON.stringify(name)}; there are ${faultProfiles.map((one) => one.name).join(', ')}.`;
  return { problem: 'invalid-value', message, faults: [{ in: 'body', pointer: '/profile', keyword: 'enum', message }] };
};
