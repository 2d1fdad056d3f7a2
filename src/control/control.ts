/** `/_sandbox`: the sandbox's own API. What it promises is openapi/sandbox-control.yaml; the gateway serves it like any other. */
import { builtContract } from '../contract/built.ts';
import { contract } from '../generated/sandbox-control.contract.ts';
import type { operations } from '../generated/sandbox-control.types.ts';
import type { BesideControl, OwnServed } from '../gateway/gateway.ts';
import type { AnyMock, Mock } from '../mock/mock.ts';
import type { Workspaces } from '../workspaces/workspaces.ts';
import { admit } from './admission.ts';
import { applicationBehaviours } from './applications/applications.ts';
import { assertionBehaviours } from './assertions/assertions.ts';
import { bodies } from './bodies.ts';
import { extrasBehaviours } from './applications/extras.ts';
import { deliveryBehaviours } from './callbacks/deliveries.ts';
import { inboxBehaviours } from './callbacks/inbox.ts';
import { offeredBehaviours } from './callbacks/offered.ts';
import { subscriptionBehaviours } from './callbacks/subscriptions.ts';
import { contractCheck } from './contracts/check.ts';
import { contractBehaviours } from './contracts/contracts.ts';
import { operationLists } from './contracts/operations.ts';
import { deploymentBehaviours } from './deployment.ts';
import { tokenBehaviours } from './applications/tokens.ts';
import { problemJson } from './dialect.ts';
import { eventBehaviours } from './event/event.ts';
import { exchangeBehaviours } from './exchanges/exchanges.ts';
import { faultBehaviours } from './faults/faults.ts';
import { firstRequestBehaviours } from './first-request.ts';
import { postcodeBehaviours } from './people/postcodes.ts';
import { peopleBehaviours } from './people/people.ts';
import { userBehaviours } from './people/users.ts';
import { publicLists } from './public-lists.ts';
import { reportBehaviours } from './report/report.ts';
import { stateBehaviours } from './state/state.ts';
import { stubBehaviours } from './stubs/stubs.ts';
import { workingRequestBehaviours } from './contracts/working-request.ts';
import { looksAtApis } from './looks-at-apis.ts';
import type { Visited } from './visited.ts';
import { workspaceBehaviours } from './workspaces/workspaces.ts';

export function controlOf(workspaces: Workspaces): (beside: BesideControl) => OwnServed {
  return (beside) => {
    const own = builtContract(contract);
    const mock = {
      dialect: problemJson,
      admission: admit,
      refusesUnknownParameters: true,
      bodies,
      behaviours: {
        ...publicLists(beside, own),
        ...operationLists(beside),
        ...workingRequestBehaviours(beside),
        ...firstRequestBehaviours(beside),
        ...peopleBehaviours(beside),
        ...postcodeBehaviours,
        ...userBehaviours,
        ...exchangeBehaviours(beside, own),
        ...reportBehaviours(beside, own),
        ...assertionBehaviours(beside),
        ...stateBehaviours(beside),
        ...faultBehaviours(beside),
        ...stubBehaviours(beside),
        ...applicationBehaviours(beside),
        ...extrasBehaviours,
        ...tokenBehaviours,
        ...subscriptionBehaviours,
        ...inboxBehaviours(beside),
        ...offeredBehaviours(beside),
        ...deliveryBehaviours,
        ...contractBehaviours(beside, own),
        ...contractCheck,
        ...workspaceBehaviours(workspaces, beside),
        ...eventBehaviours(workspaces),
        ...deploymentBehaviours(workspaces),
      },
    } satisfies Mock<operations, Visited> & { behaviours: Readonly<Record<keyof operations, unknown>> };
    return { contract: own, mock: mock as unknown as AnyMock, looksAtApis }; // every call of the gateway's own realm is `Visited`
  };
}
