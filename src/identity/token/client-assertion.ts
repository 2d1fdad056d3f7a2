/** The assertion by which an application proves who it is, whichever grant it asks for (RFC 7523 §2.2). */
import type { RegisteredApplication } from '../../workspace/applications/applications.ts';
import { explainAssertion } from '../assertion/explain.ts';
import { readJwt, type ReadJwt } from '../assertion/read-assertion.ts';
import { assertionType, applicationRules, firstRules, keyRules, malformedAssertion, type JudgedAssertion } from '../assertion/rules.ts';
import { verifySignature } from '../assertion/verify.ts';
import { askedTooOften } from '../asked-too-often.ts';
import { applicationByKey } from '../known-application.ts';
import { refusalOf, type TokenRefusal } from '../refusals.ts';
import { refusing, type TokenCall } from './grant.ts';
import type { TokenForm } from './read-form.ts';

interface Accepted {
  readonly application: RegisteredApplication;
  readonly scopes: readonly string[];
}

/** Says so where a request names no assertion that is taken here. */
export const wrongAssertionType = (form: TokenForm): TokenRefusal | undefined =>
  form.get('client_assertion_type') === assertionType
    ? undefined
    : refusalOf(400, `Missing or invalid client_assertion_type - must be '${assertionType}'`);

/** Verified now, judged when it is decided. */
export async function readClientAssertion(
  call: TokenCall,
  form: TokenForm,
  scopesOf: (application: RegisteredApplication) => readonly string[],
): Promise<() => Accepted | TokenRefusal> {
  const wrong = wrongAssertionType(form);
  if (wrong) return refusing(wrong);
  const text = form.get('client_assertion');
  if (text === undefined) return refusing(refusalOf(400, 'Missing client_assertion'));
  const jwt = readJwt(text);
  if (typeof jwt === 'string') {
    call.note(`The assertion cannot be read. ${jwt}`);
    return refusing(malformedAssertion);
  }
  const { workspace } = call.visit;
  const { iss } = jwt.claims;
  const application = typeof iss === 'string' ? applicationByKey(iss, call) : undefined;
  const verified = await verifySignature(jwt, application);
  return () => {
    const scopes = application ? scopesOf(application) : [];
    return judge(call, { jwt, application, verified, scopes, now: Math.floor(workspace.clock.now() / 1000), tokenUrl: call.url('/token') });
  };
}

function judge(call: TokenCall, known: Omit<JudgedAssertion, 'isUsed'>): Accepted | TokenRefusal {
  const { tokens } = call.visit.workspace;
  const { jwt, application, scopes } = known;
  const id = useOf(jwt);
  const judged: JudgedAssertion = { ...known, isUsed: tokens.isUsed(id) };
  const early = firstRules.find(({ isBroken }) => isBroken(judged));
  if (!early) tokens.use(id, (Number(jwt.claims['exp']) + 1) * 1000);
  const ofApplication = early ?? applicationRules.find(({ isBroken }) => isBroken(judged));
  const tooMany = ofApplication || !application ? undefined : askedTooOften(application, call);
  const broken = ofApplication ?? (tooMany ? undefined : keyRules.find(({ isBroken }) => isBroken(judged)));
  for (const line of explainAssertion(judged, broken)) call.note(line);
  if (tooMany) return tooMany;
  // Without an application a rule is broken.
  return broken ?? (application ? { application, scopes } : malformedAssertion);
}

/** An id is an application's own: nobody uses up another's. */
const useOf = ({ claims }: ReadJwt): string => JSON.stringify([claims['iss'] ?? null, claims['jti'] ?? null]);
