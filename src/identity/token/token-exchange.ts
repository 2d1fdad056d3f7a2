/** Token exchange (RFC 8693): an ID token that a provider gave the application itself, for an access token (separate authentication). */
import type { Json, JsonObject } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import { readJwt, type ReadJwt } from '../assertion/read-assertion.ts';
import { signingKeyOf, type SigningKey } from '../keys/signing-keys.ts';
import { isSignedBy } from '../keys/verify.ts';
import { isIssuerOf } from '../providers/client-of.ts';
import { patientProvider } from '../providers/patient-provider.ts';
import type { Provider } from '../providers/provider.ts';
import { staffProvider } from '../providers/staff-provider.ts';
import { isRefused, noScopeLeft, refusalOf, type TokenRefusal } from '../refusals.ts';
import { noteOfNoScope, userRecord, type Proved } from '../sessions/user-record.ts';
import { readClientAssertion, wrongAssertionType } from './client-assertion.ts';
import { refusing, type Decide, type TokenCall } from './grant.ts';
import type { TokenForm } from './read-form.ts';
import { firstRefresh } from './refresh.ts';

export const exchangeGrant = 'urn:ietf:params:oauth:grant-type:token-exchange';
const idTokenType = 'urn:ietf:params:oauth:token-type:id_token';

/** Which grant it is, the platform tells by `subject_token_type`; what stands in grant_type is looked at afterwards. */
export async function tokenExchange(call: TokenCall, form: TokenForm): Promise<Decide> {
  const wrong = wrongAssertionType(form);
  if (wrong) return refusing(wrong);
  if (form.get('grant_type') !== exchangeGrant) return refusing(refusalOf(400, 'grant_type is invalid'));
  if (form.get('subject_token_type') !== idTokenType)
    return refusing(refusalOf(400, `missing or invalid subject_token_type - must be '${idTokenType}'`));
  // Scopes are those of the user, who is not known yet.
  const asserted = await readClientAssertion(call, form, () => ['any']);
  const text = form.get('subject_token');
  const subject = text === undefined ? refusalOf(400, 'Missing subject_token') : await readSubject(call, text);
  return () => {
    const accepted = asserted();
    if (isRefused(accepted)) return accepted;
    if (isRefused(subject)) return subject;
    const record = userRecord(accepted.application, subject);
    if (!record) {
      call.note(noteOfNoScope(subject));
      return noScopeLeft;
    }
    return { record, isExchanged: true, refresh: firstRefresh(call, form, record) };
  };
}

async function readSubject(call: TokenCall, text: string): Promise<Proved | TokenRefusal> {
  const jwt = readJwt(text);
  if (typeof jwt === 'string') {
    call.note(`The subject token cannot be read. ${jwt}`);
    return refusalOf(400, 'Malformed JWT in subject_token');
  }
  const now = Math.floor(call.clock.now() / 1000);
  const wrong = firstWrong(jwt, 'subject_token', now) ?? wrongActor(jwt.claims, now);
  if (wrong) return wrong;
  const provider = [staffProvider, patientProvider].find((one) => isIssuerOf(one, jwt.claims['iss'], call));
  if (!provider) return refusalOf(400, "Missing or non-matching 'iss' claim in subject_token JWT");
  const key = await signingKeyOf(call, provider);
  if (jwt.header['kid'] !== key.publicJwk.kid) return refusalOf(401, "Invalid 'kid' header in subject_token JWT - no matching public key");
  if (!(await isSignedBy(jwt, key)) || !(await isActorSigned(jwt.claims, key)))
    return refusalOf(401, 'JWT signature verification failed', 'public_key error');
  return provedBy(provider, jwt.claims);
}

const isMissing = (value: Json | undefined): boolean => value === undefined || value === null || value === '';

/** The texts of identity-service-api; an audience that is missing is the one that is 401. */
function firstWrong({ header, claims }: ReadJwt, name: string, now: number): TokenRefusal | undefined {
  if (isMissing(header['kid'])) return refusalOf(400, `Missing 'kid' header in ${name} JWT`);
  if (String(header['typ']).toLowerCase() !== 'jwt') return refusalOf(400, `Invalid 'typ' header in ${name} JWT - must be 'JWT'`);
  if (isMissing(header['alg'])) return refusalOf(400, `Missing 'alg' header in ${name} JWT`);
  if (isMissing(claims['exp'])) return refusalOf(400, `Missing 'exp' claim in ${name} JWT`);
  if (typeof claims['exp'] !== 'number' || !Number.isFinite(claims['exp']))
    return refusalOf(400, `Invalid 'exp' claim in ${name} JWT - must be an integer`);
  if (now > claims['exp']) return refusalOf(400, `Invalid 'exp' claim in ${name} JWT - JWT has expired`);
  if (isMissing(claims['iss'])) return refusalOf(400, `Missing 'iss' claim in ${name} JWT`);
  if (isMissing(claims['aud'])) return refusalOf(name === 'subject_token' ? 401 : 400, `Missing 'aud' claim in ${name} JWT`);
  return undefined;
}

/** Who acts for a patient has a token of their own in the patient's (RFC 8693 §4.1); of staff nobody looks for one. */
const actorOf = ({ act, nhs_number: number }: JsonObject): Json | undefined =>
  typeof number === 'string' && isObject(act) ? act['sub'] : undefined;

function wrongActor(claims: JsonObject, now: number): TokenRefusal | undefined {
  const actor = actorOf(claims);
  if (actor === undefined) return undefined;
  const jwt = typeof actor === 'string' ? readJwt(actor) : 'no text';
  if (typeof jwt === 'string') return refusalOf(400, 'Malformed JWT in act.sub');
  const wrong = firstWrong(jwt, 'act.sub', now);
  if (wrong) return wrong;
  return isMissing(jwt.claims['nhs_number']) ? refusalOf(400, "Missing 'nhs_number' claim in act.sub JWT") : undefined;
}

async function isActorSigned(claims: JsonObject, key: SigningKey): Promise<boolean> {
  const actor = actorOf(claims);
  const jwt = typeof actor === 'string' ? readJwt(actor) : undefined;
  return jwt === undefined || typeof jwt === 'string' || isSignedBy(jwt, key);
}

const texts = (claims: JsonObject, name: string): string | undefined => {
  const value = claims[name];
  return typeof value === 'string' ? value : undefined;
};

/** As our own provider wrote it and signed it. */
function provedBy({ name }: Provider, claims: JsonObject): Proved {
  const user = texts(claims, 'sub') ?? '';
  const session = texts(claims, 'sid') ?? texts(claims, 'jti') ?? user;
  if (name === staffProvider.name) return { kind: 'worker', user, session, aal: Number(claims['authentication_assurance_level']) };
  const level = texts(claims, 'identity_proofing_level')?.slice(0, 2);
  const nhsNumber = texts(claims, 'nhs_number');
  return {
    kind: 'patient',
    user,
    session,
    proofing: level === 'P9' || level === 'P5' ? level : 'P0',
    ...(nhsNumber !== undefined && { nhsNumber }),
  };
}
