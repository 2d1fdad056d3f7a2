/** Which system fits what was asked, and by which of its addresses it is reached. */
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { isPassedOn, ownerOfKey, type System, systemOf } from './systems.ts';

const at = 'https://fhir.nhs.uk/Id/';
export const codes = `${at}ods-organization-code`;
export const interactions = `${at}nhsServiceInteractionId`;
export const partyKeys = `${at}nhsMhsPartyKey`;

/** As the parameters give them: a system, a bar, a value. */
export interface Asked {
  readonly organization?: string;
  readonly identifier: readonly string[];
  readonly 'manufacturing-organization'?: string;
}

/** Where central Spine takes what it passes on. */
const central = { host: 'spine.example', path: '/reliablemessaging/forwardreliable' } as const;

/** An address of a system: its own, or central Spine's where that takes its messages. */
export interface Route {
  readonly system: System;
  readonly host: string;
  readonly path: string;
  readonly isCentral: boolean;
}

type Asking = Pick<AnyCall, 'population' | 'chance'>;

export function systemsFor(call: Asking, asked: Asked): readonly System[] {
  const { owner, maker, interaction, partyKey } = valuesOf(asked);
  const system = systemOf(call, owner ?? ownerOfKey(partyKey ?? ''));
  const fits =
    system !== undefined &&
    (maker === undefined || system.maker === maker) &&
    (interaction === undefined || system.interactions.includes(interaction)) &&
    (partyKey === undefined || system.partyKey === partyKey);
  return fits ? [system] : [];
}

/** Of an interaction there is one; without, one for each address that the system has. */
export function routesFor(call: Asking, asked: Asked): readonly Route[] {
  const { interaction } = valuesOf(asked);
  return systemsFor(call, asked).flatMap((system) => {
    const own = { system, host: system.host, path: system.path, isCentral: false };
    const ways = (interaction === undefined ? system.interactions : [interaction]).map(isPassedOn);
    return [...(ways.includes(false) ? [own] : []), ...(ways.includes(true) ? [{ system, ...central, isCentral: true }] : [])];
  });
}

function valuesOf(asked: Asked) {
  return {
    owner: valueOf(codes, listed(asked.organization)),
    maker: valueOf(codes, listed(asked['manufacturing-organization'])),
    interaction: valueOf(interactions, asked.identifier),
    partyKey: valueOf(partyKeys, asked.identifier),
  };
}

/** Of several of one kind, the last one counts. */
function valueOf(system: string, tokens: readonly string[]): string | undefined {
  return tokens.findLast((token) => token.startsWith(`${system}|`))?.slice(system.length + 1);
}

const listed = (token: string | undefined): readonly string[] => (token === undefined ? [] : [token]);

const organisation = `organization=${codes}|value`;
const ofInteraction = `identifier=${interactions}|value`;
const ofPartyKey = `identifier=${partyKeys}|value`;
const combinations = [
  [organisation, ofInteraction, ofPartyKey],
  [organisation, ofInteraction],
  [organisation, ofPartyKey],
  [ofInteraction, ofPartyKey],
]
  .map((each) => `'${each.join('&')}'`)
  .join('');

/** Of organisation, interaction and party key an endpoint is looked for by two at least. */
export function combinationProblem(asked: Asked): Problem | undefined {
  const { owner, interaction, partyKey } = valuesOf(asked);
  if ([owner, interaction, partyKey].filter((each) => each !== undefined).length >= 2) return undefined;
  return {
    problem: 'missing-value',
    message: `Missing or invalid query parameters. Should one of following combinations: [${combinations}]`,
  };
}
