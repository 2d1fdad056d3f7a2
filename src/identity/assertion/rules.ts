/**
 * What the platform checks of a client's assertion, in its order and its words (identity-service-api, its proxy and its end-to-end tests). One row
 * is one rule; where a request breaks several, the first answers.
 */
import type { Json } from '../../contract/contract.ts';
import type { RegisteredApplication } from '../../workspace/applications/applications.ts';
import { noScopeLeft, notApproved, notSubscribed, refusalOf, type TokenRefusal } from '../refusals.ts';
import type { ReadJwt } from './read-assertion.ts';
import type { Verified } from './verify.ts';

/** What a rule may look at. */
export interface JudgedAssertion {
  readonly jwt: ReadJwt;
  /** Seconds, by the workspace's clock. */
  readonly now: number;
  /** Where this request came to: what `aud` has to be. */
  readonly tokenUrl: string;
  /** An assertion with this id came before. */
  readonly isUsed: boolean;
  readonly application: RegisteredApplication | undefined;
  readonly verified: Verified;
  /** What the token would be for. */
  readonly scopes: readonly string[];
}

export interface AssertionRule extends TokenRefusal {
  /** Short, for whoever reads the trace. */
  readonly name: string;
  readonly isBroken: (judged: JudgedAssertion) => boolean;
}

export const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** The platform lets clocks be ten seconds apart. */
export const furthestExpiry = 310;

const isMissing = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === '' || value === 0 || value === false;

export const malformedAssertion = refusalOf(400, 'Malformed JWT in client_assertion');

/** Before the assertion's id is taken as used. */
export const firstRules: readonly AssertionRule[] = [
  {
    name: 'alg',
    ...refusalOf(400, "Invalid 'alg' header in client_assertion JWT - unsupported JWT algorithm - must be 'RS512'"),
    isBroken: ({ jwt: { header } }) => header['alg'] !== 'RS512',
  },
  {
    // Before the rules that want it to be there and to be a number: without it nothing has expired.
    name: 'exp not passed',
    ...refusalOf(400, "Invalid 'exp' claim in client_assertion JWT - JWT has expired"),
    isBroken: ({ jwt: { claims }, now }) => claims['exp'] !== undefined && now > Number(claims['exp']),
  },
  {
    name: 'kid there',
    ...refusalOf(400, "Missing 'kid' header in client_assertion JWT"),
    isBroken: ({ jwt: { header } }) => isMissing(header['kid']),
  },
  {
    name: 'typ',
    ...refusalOf(400, "Invalid 'typ' header in client_assertion JWT - must be 'JWT'"),
    isBroken: ({ jwt: { header } }) => String(header['typ']).toLowerCase() !== 'jwt' || typeof header['typ'] !== 'string',
  },
  {
    name: 'exp there',
    ...refusalOf(400, "Missing 'exp' claim in client_assertion JWT"),
    isBroken: ({ jwt: { claims } }) => isMissing(claims['exp']),
  },
  {
    name: 'exp a number',
    ...refusalOf(400, "Invalid 'exp' claim in client_assertion JWT - must be an integer"),
    isBroken: ({ jwt: { claims } }) => typeof claims['exp'] !== 'number',
  },
  {
    name: 'iss and sub',
    ...refusalOf(400, "Missing or non-matching 'iss'/'sub' claims in client_assertion JWT"),
    isBroken: ({ jwt: { claims } }) => isMissing(claims['iss']) || isMissing(claims['sub']) || claims['iss'] !== claims['sub'],
  },
  {
    name: 'jti there',
    ...refusalOf(400, "Missing 'jti' claim in client_assertion JWT"),
    isBroken: ({ jwt: { claims } }) => isMissing(claims['jti']),
  },
  {
    name: 'jti a string',
    ...refusalOf(400, "Invalid 'jti' claim in client_assertion JWT - must be a unique string value such as a GUID"),
    isBroken: ({ jwt: { claims } }) => typeof claims['jti'] !== 'string',
  },
  {
    name: 'jti never used',
    ...refusalOf(400, "Non-unique 'jti' claim in client_assertion JWT"),
    isBroken: ({ isUsed }) => isUsed,
  },
  {
    name: 'exp not far',
    ...refusalOf(400, "Invalid 'exp' claim in client_assertion JWT - more than 5 minutes in future"),
    isBroken: ({ jwt: { claims }, now }) => Number(claims['exp']) - now > furthestExpiry,
  },
];

export const audRule: AssertionRule = {
  name: 'aud',
  ...refusalOf(401, "Missing or invalid 'aud' claim in client_assertion JWT"),
  isBroken: ({ jwt: { claims }, tokenUrl }) => claims['aud'] !== tokenUrl,
};

/** Of the application, before its requests are counted. Whatever they and all that follow refuse, the assertion's id is used up. */
export const applicationRules: readonly AssertionRule[] = [
  {
    name: 'API key known',
    ...refusalOf(401, "Invalid 'iss'/'sub' claims in client_assertion JWT"),
    isBroken: ({ application }) => !application,
  },
  {
    name: 'application approved',
    ...notApproved,
    isBroken: ({ application }) => application?.status === 'revoked',
  },
  {
    name: 'product',
    ...notSubscribed,
    isBroken: ({ application }) => application?.products?.length === 0,
  },
];

/** Of its keys and of what it asks for. */
export const keyRules: readonly AssertionRule[] = [
  {
    name: 'public key registered',
    ...refusalOf(
      403,
      'You need to register a public key to use this authentication method - please contact support to configure',
      'public_key error',
    ),
    isBroken: ({ application }) => application?.keys.length === 0,
  },
  {
    name: 'keys reachable',
    ...refusalOf(403, "The JWKS endpoint, for your client_assertion can't be reached", 'public_key error'),
    isBroken: ({ application }) => application?.keysUnreachable === true,
  },
  {
    name: 'kid registered',
    ...refusalOf(401, "Invalid 'kid' header in client_assertion JWT - no matching public key"),
    isBroken: ({ verified }) => verified === 'no key',
  },
  {
    name: 'signature',
    ...refusalOf(401, 'JWT signature verification failed', 'public_key error'),
    isBroken: ({ verified }) => verified !== 'good',
  },
  audRule,
  {
    name: 'scope',
    ...noScopeLeft,
    isBroken: ({ scopes }) => scopes.length === 0,
  },
];
