/** The gateway in front of the practices' systems: how it finds the one that a request is for, and what it says where it cannot. */
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Problem, Said } from '../../src/mock/problem.ts';
import { spine } from '../../src/nhs/spine/spine-faults.ts';
import { demographicsNow } from '../demographics-now.ts';
import { settingsOf } from './practices.ts';

const isAbsent = (issue: string): Problem => ({
  problem: 'unknown-path',
  message: 'The gateway knows no system for this request at the practice of the patient.',
  said: { status: 404, code: '404', display: 'Target Endpoint Not Found', issue },
});

/** It writes the status there. */
export const noEndpoint = isAbsent('404');
/** In FHIR's own code, where the gateway of one API writes a status that FHIR does not know. */
export const noEndpointInFhir = isAbsent('not-found');

const tokenRefused: Problem = {
  problem: 'unauthorised',
  message: 'The authorisation server of the practice’s system refused the gateway.',
  said: { status: 401, code: 'ACCESS_DENIED', display: 'Access Token for GPC Expired', issue: 'forbidden' },
};

const tooLong: Problem = {
  problem: 'unavailable',
  message: 'Body buffer overflow: response exceeded 10MB limit',
  said: { status: 502, code: 'BAD_GATEWAY_BUFFER_OVERFLOW', display: 'Response body exceeded buffer limit', issue: 'processing' },
};

const unknownToPds = spine('RESOURCE_NOT_FOUND');

/** What somebody may ask for by `Prefer: code=404_endpoint`, besides statuses. */
export const gatewayWishes = (absent: Problem): Readonly<Record<string, Problem>> => ({
  '404_endpoint': absent,
  '404_pds': unknownToPds,
  '401_gp-token': tokenRefused,
  '502_buffer': tooLong,
});

/**
 * Whoever is signed in is looked up at the Personal Demographics Service, whatever number they ask about, then the system of their practice.
 * Where nobody is, the one who is asked about stands for them.
 */
export function unrouted(call: AnyCall, about: unknown, absent: Problem): Problem | undefined {
  const { application } = call.caller;
  const number = application?.nhsNumber ?? String(about);
  const now = demographicsNow(call, number);
  const practice = call.population.find(number)?.registrations.find(({ period }) => period.end === undefined)?.practice;
  if (application) {
    if (!now) return unknownToPds;
    if (now.standing.kind === 'invalidated') return spine('INVALIDATED_RESOURCE');
    if (practice === undefined) return absent;
  }
  return practice !== undefined && !settingsOf(practice).hasEndpoint ? absent : undefined;
}

/** What the Personal Demographics Service said, which is passed on as it is. */
export const isOfPds = ({ code, severity }: Said = {}): boolean =>
  code === 'INVALIDATED_RESOURCE' || (code === 'RESOURCE_NOT_FOUND' && severity === 'information');

const ownCodes: ReadonlySet<string | undefined> = new Set(['404', 'BAD_GATEWAY_BUFFER_OVERFLOW']);

/** Whether the gateway says it, in the name of no practice. */
export const isOfGateway = ({ problem, said }: Problem): boolean =>
  problem === 'unauthorised' || problem === 'rate-limited' || problem === 'unknown-path' || ownCodes.has(said?.code);
