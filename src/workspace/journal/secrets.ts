/** Credentials by their names and by their looks. */

/** Names in which such a word stands say that the value is secret, whoever declares it. */
const always =
  /token|secret|passw|passphrase|passcode|pwd|credential|assertion|jwt|signature|bearer|authori[sz]ation(?!type)|apikey|saml(?:request|response)|relaystate|(?:access|private|secret|subscription|account|master|function|functions|host|auth)key|accesskeyid|keyid$|idtokenhint|^xamz|^xgoog|sessionid|^jsession|^phpsess|cookie|hmac|otp$|pin(?:code|number)?$|codeverifier|(?:device|user)code$|dpop|^csrf|^xsrf|loginhint$/;
/** A page's token opens nothing. */
const paging = /^(?:next|page|nextpage|previouspage|continuation|sync|skip|cursor|delta)?(?:page)?token$|^tokentype$|tokentype$|tokenurl$/;
/** Words that name ordinary things too: a code of a coding system, a key to sort by. */
const unlessDeclared =
  /^(?:code|state|nonce|ticket|se?ssion|sid|sas|hash|user|username|login|pass)$|(?:auth|authz|authn|key|sig|sign|session|ticket|authcode|authorizationcode|accesscode)$/;

type Secrecy = 'always' | 'unless declared';

/** `user[password]` and `login.pin` are named by their last part as well. */
export function namesSecret(name: string): Secrecy | undefined {
  return secrecyOf(name) ?? (/[[.]/.test(name) ? secrecyOf(name.slice(Math.max(name.lastIndexOf('['), name.lastIndexOf('.')))) : undefined);
}

function secrecyOf(name: string): Secrecy | undefined {
  const letters = name
    .slice(0, 200)
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
  if (paging.test(letters) && letters !== 'token') return 'unless declared';
  if (always.test(letters)) return 'always';
  return unlessDeclared.test(letters) ? 'unless declared' : undefined;
}

/** Shapes that nothing else has: signed tokens, PEM, the keys of well-known services, our own management keys and workspace ids. */
const shapes =
  /eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)*|\b(?:Bearer|Basic)\s+[\w.~+/=-]{8,}|-----BEGIN[\s\S]*|\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bgh[pousr]_\w{20,}|\bgithub_pat_\w{20,}|\bglpat-[\w-]{20,}|\bnpm_\w{30,}|\bxox[a-z]-[\w-]{10,}|\bxapp-[\w-]{10,}|\b(?:sk|pk|rk)_(?:live|test)_\w{8,}|\bwhsec_\w{8,}|\bsk-[\w-]{20,}|\bAIza[\w-]{30,}|\bya29\.[\w-]{20,}|\bSG\.[\w-]{16,}\.[\w-]{16,}|\bnhss_[0-9a-f]{8,}\w*|(?<![0-9a-f])[0-9a-f]{48}(?![0-9a-f])/gi;
const shape = new RegExp(shapes.source, 'i');
const userinfo = /(\/\/)[^/?#\s@]+@/g;
/** `name=value` and `name: value` within a text: fragments, links, lines of a log. */
const assignments = /([\w.-]{2,60})(\s*[=:]\s*)("?)([^\s&;,"'#]{4,})/g;

/** A form, or a query, of OAuth 2.0 or of its answer: a code in it is no coding of anything. */
const oauth = /(?:^|[?&])(?:(?:grant_type|redirect_uri|response_type|state)=|code=[\w-]{40})/;

export function withoutSecrets(text: string): string {
  if (text.length < 12) return text;
  const shaped = shape.test(text) ? text.replace(shapes, 'withheld') : text;
  const anonymous = shaped.includes('@') ? shaped.replace(userinfo, '$1withheld@') : shaped;
  if (!anonymous.includes('=')) return anonymous;
  const isOauth = oauth.test(anonymous);
  return anonymous.replace(assignments, (whole, name: string, equals: string, quote: string) => {
    const secrecy = equals.includes('=') ? namesSecret(name) : undefined;
    return secrecy === 'always' || (isOauth && secrecy !== undefined) ? name + equals + quote + 'withheld' : whole;
  });
}

/**
 * A value as a whole. What a contract declares may be an opaque id, shorter under a name that is often a secret's; what it does not declare is
 * shown only where it reads like words or a plain id.
 */
export function looksSecret(
  value: string,
  { isDeclared, isSuspect }: { readonly isDeclared: boolean; readonly isSuspect: boolean },
): boolean {
  if (withoutSecrets(value) !== value) return true;
  return isDeclared ? isRandom(value, isSuspect ? 16 : 40) && !undashed.test(value) : isRandom(value, 24);
}

const uuid = /^(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const undashed = /^[0-9a-f]{32}$|^[0-9a-f]{64}$/i;

/** Long, in one piece, and of digits and letters in no order that words or ids have. */
function isRandom(value: string, shortest: number): boolean {
  if (value.length < shortest || uuid.test(value) || !/^[A-Za-z0-9+/_=.~-]+$/.test(value)) return false;
  if (/^[0-9a-f]+$/i.test(value)) return /\d/.test(value) && /[a-f]/i.test(value);
  return /\d/.test(value) && /[a-z]/.test(value) && /[A-Z]/.test(value);
}
