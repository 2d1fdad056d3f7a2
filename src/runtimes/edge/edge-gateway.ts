/** The catalogue behind the gateway, put together once for all workspaces of an isolate. */
import { env } from 'cloudflare:workers';
import type { Served } from '../../gateway/api.ts';
import { createGateway, type Gateway } from '../../gateway/gateway.ts';
import { noWorkspaces } from '../../workspaces/alone.ts';
import { ownControl } from '../own-control.ts';
import type { Population } from '../../population.ts';
import { defaultSeed } from '../../world/world.ts';
import { securityContact } from '../../gateway/security-txt.ts';
import type { EdgeSettings } from './edge-settings.ts';
import { ownApis } from '../own-apis.ts';
import { bugInOneLine } from '../platform-fault.ts';
import { populationOf } from '../population.ts';

const apis = await ownApis();
const { SECURITY_CONTACT: contact } = env as EdgeSettings; // as the deployment's configuration says

export const defaultGateway = gatewayWith([]);
export const defaultPopulation = populationOf(defaultSeed);

/** The population is code and the same for every workspace of its seed. */
export function populationFor(seed: number): Population {
  return seed === defaultSeed ? defaultPopulation : populationOf(seed);
}

/** The catalogue, and contracts that one workspace brought; a contract of the same name stands in for ours. */
export function gatewayWith(brought: readonly Served[]): Gateway {
  const slugs = new Set(brought.map(({ contract }) => contract.slug));
  return createGateway({
    own: ownControl(noWorkspaces),
    securityContact: contact || securityContact,
    apis: [...apis.filter(({ contract }) => !slugs.has(contract.slug)), ...brought],
    onBug: report,
  });
}

/** Never what was sent. */
export function report(error: unknown): void {
  console.error(bugInOneLine(error));
}
