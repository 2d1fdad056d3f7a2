/** As whom a client has asked, as far as its requests show: a token says nothing here, so it is not known in which access mode it was given. */
import type { Contract } from '../../contract/contract.ts';
import type { Turn } from '../../mock/conformance.ts';

export interface Access {
  readonly as: string;
  readonly means: string;
  readonly requests?: number;
}

interface KnownAccess {
  readonly as: string;
  readonly means: string;
  readonly isMet: (turn: Turn) => boolean;
  /** Whether this API has it. */
  readonly isOf: (contract: Contract) => boolean;
}

const hasScheme = ({ securitySchemes }: Contract): boolean => Object.keys(securitySchemes).length > 0;
const takesHeader = (name: string) => (contract: Contract) =>
  contract.operations.some(({ parameters }) =>
    parameters.some((parameter) => parameter.in === 'header' && parameter.name.toLowerCase() === name),
  );

const credentials = ['authorization', 'apikey', 'x-api-key'];
const isSigned = ({ sent }: Turn): boolean => credentials.some((name) => (sent(name) ?? '') !== '');
const role = 'nhsd-session-urid';

const ways: readonly KnownAccess[] = [
  {
    as: 'nobody',
    means: 'without any credential, which only an open sandbox lets pass',
    isMet: (turn) => !isSigned(turn),
    isOf: hasScheme,
  },
  { as: 'an application or a user', means: 'with an access token or a key', isMet: isSigned, isOf: hasScheme },
  {
    as: 'a user in a role',
    means: 'with the role of a signed-in professional (NHSD-Session-URID)',
    isMet: ({ sent }) => (sent(role) ?? '') !== '',
    isOf: takesHeader(role),
  },
];

export function accessOf(
  contract: Contract,
  turns: readonly Turn[],
): { readonly met: readonly Access[]; readonly never: readonly Access[] } {
  const met: Access[] = [];
  const never: Access[] = [];
  for (const { as, means, isMet, isOf } of ways) {
    const requests = turns.filter(isMet).length;
    if (requests > 0) met.push({ as, means, requests });
    // Nobody has to try what only a sandbox allows.
    else if (isOf(contract) && as !== 'nobody') never.push({ as, means });
  }
  return { met, never };
}
