/** Whom an operation lets in where access is strict, by what, and whether it is so now: for whoever reads of it before they ask. */
import type { Operation } from '../../contract/contract.ts';
import { cutShort } from '../../contract/limits.ts';
import { redactLiveNumbers } from '../../fhir/live-numbers.ts';
import type { Api } from '../../gateway/api.ts';
import { isStrictlyServed } from '../../gateway/works/asked-credentials.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import { planSecurity, type SecurityPlan, type WantedCredential } from '../../plan/requests/credentials.ts';
import type { Settings } from '../../workspace/settings.ts';

type Told = components['schemas']['OperationAccess'];

export function accessTo(api: Api, operation: Operation, settings: Settings): Told {
  const { alternatives, isOptional } = wayIn(api, operation);
  const modes = modesOf(api, operation.id, alternatives);
  return {
    isStrict: isStrictlyServed(api, settings),
    isOptional: isOptional || alternatives.length === 0,
    alternatives: alternatives.map((all) => all.map(toldCredential)),
    ...(modes && { modes }),
  };
}

/** An API that leaves out the check of tokens asks for something of its own. */
function wayIn(api: Api, operation: Operation): SecurityPlan {
  const isOwn = api.mock?.order?.includes('token') === false;
  const { alternatives, isOptional } = planSecurity(api.contract, operation);
  // A mock's API is let in to by credentials, though its contract may say that an open sandbox wants none.
  if (!isOwn) return { alternatives, isOptional: isOptional && !api.mock?.access };
  return { alternatives: [[{ type: 'unseen', what: 'what this API has of its own to know its callers by' }]], isOptional: false };
}

function modesOf({ mock }: Api, operation: string, alternatives: SecurityPlan['alternatives']): Told['modes'] {
  const wants = new Set(alternatives.flat().map(({ type }) => type));
  if (mock?.access && !mock.access.letsIn) return undefined;
  const said = mock?.access?.letsIn?.(operation);
  if (!said && !wants.has('token') && !wants.has('key')) return undefined;
  // Whoever shows a key stands for an application; a contract alone makes no difference between tokens.
  const byContract = wants.has('token') ? 'all' : 'none';
  const to = said ?? { 'application-restricted': 'all', 'user-restricted': byContract, 'patient-access': byContract };
  return {
    'application-restricted': to['application-restricted'] ?? 'none',
    'user-restricted': to['user-restricted'] ?? 'none',
    'patient-access': to['patient-access'] ?? 'none',
  };
}

const longest = 200;
const shown = (text: string): string => cutShort(redactLiveNumbers(text), longest);

function toldCredential(credential: WantedCredential): components['schemas']['WantedCredential'] {
  switch (credential.type) {
    case 'token':
      return { type: 'token', scopes: credential.scopes.map(shown) };
    case 'key':
      return { type: 'key', in: credential.in, name: shown(credential.name) };
    case 'unseen':
      return { type: 'unseen', what: shown(credential.what) };
  }
}
