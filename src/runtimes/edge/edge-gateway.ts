/** The catalogue behind the gateway, put together once for all workspaces of an isolate. */
import { env } from 'cloudflare:workers';
import { createGateway } from '../../gateway/gateway.ts';
import { identityServed } from '../../identity/identity.ts';
import { ownControl } from '../own-control.ts';
import type { Population } from '../../population.ts';
import { defaultSeed } from '../../world/world.ts';
import { securityContact } from '../../gateway/security-txt.ts';
import { shortestOperatorKey } from '../../workspaces/keys/keys.ts';
import { operatorKeyIn, type Bindings } from './bindings.ts';
import { workspacesAtTheEdge } from './edge-workspaces.ts';
import { gatewaysOf } from '../gateways.ts';
import { announcedApis } from '../own-apis.ts';
import { bugInOneLine } from '../platform-fault.ts';
import { populationOf } from '../population.ts';

const bindings = env as Bindings; // as the deployment's configuration says
const besides = identityServed();
const own = ownControl(workspacesAtTheEdge(bindings));
const { SECURITY_CONTACT: contact } = bindings;
if (bindings.OPERATOR_KEY && operatorKeyIn(bindings) === undefined)
  console.error(`OPERATOR_KEY opens nothing: it has to have at least ${shortestOperatorKey} characters.`);

/** The catalogue, and what a workspace brought; a contract of the same name stands in for ours. */
export const gateways = gatewaysOf(announcedApis(), (apis) =>
  createGateway({ own, securityContact: contact || securityContact, apis, besides, onBug: report }),
);
const defaultPopulation = populationOf(defaultSeed);

/** The population is code and the same for every workspace of its seed. */
export function populationFor(seed: number, size?: number): Population {
  return seed === defaultSeed && size === undefined ? defaultPopulation : populationOf(seed, size);
}

/** Never what was sent. */
export function report(error: unknown): void {
  console.error(bugInOneLine(error));
}
