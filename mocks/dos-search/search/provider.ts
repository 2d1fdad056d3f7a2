/** The organisations that this directory holds: practices, and pharmacies of both kinds. All others are as unknown as a code of nobody. */
import { uuidBy } from '../../../src/contract/uuid.ts';
import type { Call } from '../../../src/mock/call.ts';
import type { Premises } from '../../../src/organisation-register.ts';
import type { Organisation } from '../../../src/population.ts';

export const codeSystem = 'https://fhir.nhs.uk/Id/ods-organization-code';

export interface Provider {
  readonly organisation: Organisation;
  readonly isActive: boolean;
  readonly kind: 'GP Practice' | 'Community Pharmacy' | 'Distance Selling Pharmacy';
  /** What the directory of premises says of it; nothing of one that has closed. */
  readonly premises: Premises | undefined;
}

/** By an identifier, which may be missing where the contract is only warned of; the case of a code does not matter. */
export function providerOf({ population }: Pick<Call, 'population'>, identifier = ''): Provider | undefined {
  const code = identifier.slice(identifier.indexOf('|') + 1).toUpperCase();
  const organisation = population.organisation(code);
  if (!organisation || (organisation.kind !== 'gp-practice' && organisation.kind !== 'pharmacy')) return undefined;
  const premises = population.register.premises(code);
  return {
    organisation,
    isActive: population.register.entry(code)?.isActive ?? true,
    kind:
      organisation.kind === 'gp-practice' ? 'GP Practice' : premises?.sellsAtADistance ? 'Distance Selling Pharmacy' : 'Community Pharmacy',
    premises,
  };
}

/** Always the same in a workspace. */
export const idOf = (call: Pick<Call, 'chance'>, what: string): string => uuidBy((part) => call.chance(`${what}/${part}`));

export const organizationId = (call: Pick<Call, 'chance'>, { organisation: { ods } }: Provider): string =>
  idOf(call, `organization/${ods}`);

/** The name of its hosts: nobody's, as all that ends so. */
export const hostOf = ({ organisation: { ods } }: Provider): string => `${ods.toLowerCase()}.example`;
