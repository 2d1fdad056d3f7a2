/** `client_credentials`: a token for the application itself, for an assertion that it has signed. */
import type { RegisteredApplication } from '../../workspace/applications/applications.ts';
import { explainAssertion } from '../assertion/explain.ts';
import { readJwt, type ReadJwt } from '../assertion/read-assertion.ts';
import { assertionType, firstRules, laterRules, malformedAssertion, type JudgedAssertion, type Refusal } from '../assertion/rules.ts';
import { verifySignature } from '../assertion/verify.ts';
import { refusalOf, isRefused, type Decide, type TokenCall } from './grant.ts';
import { applicationScopes } from './application-scopes.ts';
import type { TokenForm } from './read-form.ts';

export async function clientCredentials(call: TokenCall, form: TokenForm): Promise<Decide> {
  const accepted = await readClientAssertion(call, form, {
    scopesOf: applicationScopes,
  });
  return () => {
    const decided = accepted();
    if (isRefused(decided)) return decided;
    const { application, scopes } = decided;
    return { record: { application: application.id, mode: 'application-restricted', scopes } };
  };
}

interface Accepted {
  readonly application: RegisteredApplication;
  readonly scopes: readonly string[];
}

/** Of whichever grant shows one: verified now, judged when it is decided. */
export async function readClientAssertion(
  call: TokenCall,
  form: TokenForm,
  { scopesOf }: { readonly scopesOf: (application: RegisteredApplication) => readonly string[] },
): Promise<() => Accepted | Refusal> {
  if (form.get('client_assertion_type') !== assertionType)
    return () => refusalOf(400, `Missing or invalid client_assertion_type - must be '${assertionType}'`);
  const text = form.get('client_assertion');
  if (text === undefined) return () => refusalOf(400, 'Missing client_assertion');
  const jwt = readJwt(text);
  if (typeof jwt === 'string') {
    call.note(`The assertion cannot be read. ${jwt}`);
    return () => malformedAssertion;
  }
  const { workspace } = call.visit;
  const { iss } = jwt.claims;
  const application = typeof iss === 'string' ? workspace.applications.byApiKey(iss) : undefined;
  const verified = await verifySignature(jwt, application);
  return () => {
    const scopes = application ? scopesOf(application) : [];
    return judge(call, { jwt, application, verified, scopes, now: Math.floor(workspace.clock.now() / 1000), tokenUrl: call.url('/token') });
  };
}

function judge(call: TokenCall, known: Omit<JudgedAssertion, 'isUsed'>): Accepted | Refusal {
  const { tokens } = call.visit.workspace;
  const { jwt, application, scopes } = known;
  const id = useOf(jwt);
  const judged: JudgedAssertion = { ...known, isUsed: tokens.isUsed(id) };
  const early = firstRules.find(({ isBroken }) => isBroken(judged));
  if (!early) tokens.use(id, (Number(jwt.claims['exp']) + 1) * 1000);
  const broken = early ?? laterRules.find(({ isBroken }) => isBroken(judged));
  for (const line of explainAssertion(judged, broken)) call.note(line);
  // Without an application a rule is broken.
  return broken ?? (application ? { application, scopes } : malformedAssertion);
}

/** An id is an application's own: nobody uses up another's. */
const useOf = ({ claims }: ReadJwt): string => JSON.stringify([claims['iss'] ?? null, claims['jti'] ?? null]);
