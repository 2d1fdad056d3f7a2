/** `POST /oauth2/token`: what is checked before any grant, the grant, and the token. */
import type { Visited } from '../../control/visited.ts';
import { stepped, type SteppedBehaviour } from '../../mock/mock.ts';
import type { Problem } from '../../mock/problem.ts';
import type { TokenRecord } from '../../workspace/applications/tokens.ts';
import { kindOfRefusal, type Refusal } from '../assertion/rules.ts';
import { clientCredentials } from './client-credentials.ts';
import { isRefusal, type Decide, type Grant, type TokenCall, type TokenOperation } from './grant.ts';
import { readTokenForm, type TokenForm } from './read-form.ts';

const grants = new Map<string, Grant>([['client_credentials', clientCredentials]]);

const invalid = (status: number, description: string, error = 'invalid_request'): Refusal => ({ status, error, description });

interface Read {
  readonly form: TokenForm;
  readonly decide: Decide;
}

export const tokenEndpoint: SteppedBehaviour<TokenOperation, Visited> = stepped({
  async reads(call: TokenCall): Promise<Read> {
    const form = readTokenForm(call.binary?.bytes);
    return { form, decide: await decisionOn(call, form) };
  },
  // Not in the turn, where a refusal undoes all that it finds done: an assertion that was refused late is used up.
  async sends(_: TokenCall, { decide }: Read): Promise<Omit<TokenRecord, 'expires'> | Problem> {
    const decided = decide();
    return isRefusal(decided) ? problemOf(decided) : decided;
  },
  turn: (call: TokenCall, { read: { form }, sent }: { readonly read: Read; readonly sent: Omit<TokenRecord, 'expires'> }) => {
    const { tokens, clock } = call.visit.workspace;
    const lives = lifeOf(form);
    const now = clock.now();
    const body = {
      access_token: tokens.mint({ ...sent, expires: now + lives }),
      expires_in: String(Math.max(0, Math.ceil(lives / 1000) - 1)),
      token_type: 'Bearer' as const,
      issued_at: String(now),
    };
    return { status: 200 as const, body };
  },
});

async function decisionOn(call: TokenCall, form: TokenForm): Promise<Decide> {
  const refuse =
    (refusal: Refusal): Decide =>
    () =>
      refusal;
  // Compared whole by the platform: a charset behind it is refused, too.
  if (call.header('content-type') !== 'application/x-www-form-urlencoded')
    return refuse(invalid(415, 'Content-Type header must be application/x-www-form-urlencoded'));
  const type = form.get('grant_type');
  if (type === undefined) return refuse(invalid(400, 'grant_type is missing'));
  const grant = grants.get(type);
  return grant ? grant(call, form) : refuse(invalid(400, 'grant_type is invalid', 'unsupported_grant_type'));
}

const problemOf = (refusal: Refusal): Problem => ({
  problem: kindOfRefusal(refusal),
  message: refusal.description,
  said: { status: refusal.status, code: refusal.error, diagnostics: refusal.description },
});

/** Milliseconds that an access token lives. */
const longestLife = 600_000;

/** The platform's own hook for tests: it can only make the life shorter. */
function lifeOf(form: TokenForm): number {
  const wanted = Number(form.get('_access_token_expiry_ms') ?? longestLife);
  return Number.isSafeInteger(wanted) && wanted > 0 ? Math.min(wanted, longestLife) : longestLife;
}
