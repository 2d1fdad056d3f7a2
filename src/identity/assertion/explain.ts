/** Why an assertion was taken or not, as lines for whoever reads the trace: what it says, how its times stand, which key was tried, and what would mend it. */
import type { Json, JsonObject } from '../../contract/contract.ts';
import { counted } from '../../contract/counted.ts';
import { isPlatform } from '../../contract/published-links.ts';
import { redactLiveNumbers } from '../../fhir/live-numbers.ts';
import type { ReadJwt } from './read-assertion.ts';
import { furthestExpiry, type JudgedAssertion, type AssertionRule } from './rules.ts';

/** Characters of a value that is shown. */
const longest = 120;

export function explainAssertion(judged: JudgedAssertion, broken: AssertionRule | undefined): readonly string[] {
  return [
    ...describeAssertion(judged),
    ...keyTried(judged),
    ...(broken ? [`The rule that it breaks: ${broken.name}. ${mendOf(broken, judged)}`] : []),
  ];
}

/** What can be seen of it without the application. */
export function describeAssertion({ jwt, now }: JudgedAssertion): readonly string[] {
  return [...decoded(jwt), ...timesOf(jwt, now)];
}

/** What would mend a broken rule. */
export const mendOf = ({ name }: AssertionRule, judged: JudgedAssertion): string => mends[name]?.(judged) ?? '';

/** The members that mean something, and the names of the others. */
function decoded({ header, claims }: ReadJwt): readonly string[] {
  return [
    `The assertion's header: ${shown(header, ['alg', 'typ', 'kid'])}.`,
    `Its claims: ${keysOf(claims)}, ${shown(claims, ['aud', 'jti', 'exp', 'iat', 'nbf'], ['iss', 'sub'])}.`,
  ];
}

/** Whoever has sent an assertion that was meant for elsewhere has sent a key of theirs along: its length says enough. */
function keysOf({ iss, sub }: JsonObject): string {
  const told = (value: Json | undefined): string =>
    value === undefined ? 'missing' : typeof value === 'string' ? `of ${counted(value.length, 'character')}` : valueIn(value);
  return redactLiveNumbers(`iss ${told(iss)}, sub ${typeof sub === 'string' && sub === iss ? 'the same' : told(sub)}`);
}

function shown(part: JsonObject, names: readonly string[], told: readonly string[] = []): string {
  const known = names.map((name) => `${name} ${name in part ? valueIn(part[name]) : 'missing'}`);
  const others = Object.keys(part).filter((name) => !names.includes(name) && !told.includes(name));
  return redactLiveNumbers(known.join(', ') + (others.length > 0 ? `; and ${others.slice(0, 10).join(', ').slice(0, longest)}` : ''));
}

const valueIn = (value: Json | undefined): string => {
  const text = JSON.stringify(value) ?? '';
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
};

function timesOf({ claims }: ReadJwt, now: number): readonly string[] {
  const { exp } = claims;
  if (typeof exp !== 'number' || !Number.isFinite(exp)) return [];
  const left = Math.round(exp - now);
  const clock = isInstant(now) ? new Date(now * 1000).toISOString() : '';
  return [
    `By the clock it is ${clock}: it ${left >= 0 ? `runs out in ${left} s` : `ran out ${-left} s ago`}, and may run out in ${furthestExpiry} s at most.`,
  ];
}

const isInstant = (seconds: number): boolean => Math.abs(seconds) < 8.64e12;

function keyTried({ jwt: { header }, application, verified }: JudgedAssertion): readonly string[] {
  if (!application) return ['Its iss is the API key of no application of this workspace.'];
  const kids = application.keys.map(({ kid }) => JSON.stringify(kid.slice(0, longest))).join(', ');
  const whose = `Its iss is the API key of ${JSON.stringify(application.name)}`;
  if (application.keys.length === 0) return [`${whose}, which has no public key.`];
  if (verified === 'no key')
    return [`${whose}. No key was tried: its kid ${valueIn(header['kid'])} is none of the application's, which are ${kids}.`];
  return [`${whose}. The key tried: ${valueIn(header['kid'])}; the signature ${verified === 'good' ? 'is of it' : 'is not of it'}.`];
}

const farOff = 86_400;

/** What would mend it, by the name of the rule. */
const mends: Readonly<Record<string, (judged: JudgedAssertion) => string>> = {
  alg: () => 'Sign with RS512, and say so in the header; a library often has RS256 by default.',
  'exp not passed': ({ jwt: { claims }, now }) => clockMend(Number(claims['exp']) - now),
  'exp not far': ({ jwt: { claims }, now }) =>
    Number(claims['exp']) > 1e11 ? 'exp counts seconds; this looks like milliseconds.' : clockMend(Number(claims['exp']) - now),
  'kid there': () => 'Put the kid of the public key that you registered into the header.',
  typ: () => 'Put "typ": "JWT" into the header.',
  'exp there': () => 'Add exp: now in seconds, and up to 300 more.',
  'exp a number': () => 'Write exp as a number, without quotes.',
  'iss and sub': () => 'Both are the API key of the application.',
  'jti there': () => 'Add jti: a new UUID for each assertion.',
  'jti a string': () => 'Write jti as a text, as a UUID is.',
  'jti never used': () => 'Make a new assertion, with a new jti, for each request; one that was refused late is used up as well.',
  'API key known': () => '/_sandbox/applications lists the applications of this workspace and their API keys.',
  'application approved': () => 'Change its status to approved at /_sandbox/applications.',
  product: () => 'The application is subscribed to no API: change its products at /_sandbox/applications.',
  'public key registered': () => 'Register one at /_sandbox/applications: as a JWKS, in PEM, or with generateKey.',
  'keys reachable': () => 'The application is set to keysUnreachable, to try this out.',
  'kid registered': ({ application }) =>
    application?.keys.length === 1
      ? `Send "kid": ${valueIn(application.keys[0]?.kid)}, or register the key that you sign with.`
      : 'Send one of them, or register the key that you sign with.',
  signature: ({ jwt: { header } }) =>
    header['crit'] !== undefined || header['b64'] !== undefined
      ? 'Nothing critical is understood here: leave crit and b64 out of the header.'
      : 'It was signed with another private key than the one registered under this kid, or changed after it was signed. What the header says of keys (jwk, jku, x5c, x5u) is never used.',
  aud: ({ jwt: { claims }, tokenUrl }) => audMend(claims['aud'], tokenUrl),
  scope: () => 'None of the application’s scopes is urn:nhsd:apim:app:level3:…, which is for applications with nobody signed in.',
};

function clockMend(seconds: number): string {
  return Math.abs(seconds) > farOff
    ? 'The clock of this workspace is far from the one that it was made by: read it at /_sandbox/clock, or set it to real time there.'
    : 'Let exp be five minutes ahead of this clock, or less.';
}

function audMend(aud: Json | undefined, tokenUrl: string): string {
  const right = `Let aud be the address that the request goes to: ${tokenUrl}`;
  if (Array.isArray(aud)) return `aud is one text here, and no list. ${right}`;
  if (typeof aud !== 'string') return right;
  const sent = URL.parse(aud);
  if (sent && isPlatform(sent.hostname)) return `aud is the token URL of another environment. ${right}`;
  if (sent && `${sent.pathname}` === URL.parse(tokenUrl)?.pathname) return `aud names another host, or another name of this one. ${right}`;
  return right;
}
