/**
 * Who may do what on either side: scopes name a side, and whatever is done for a patient wants somebody signed in. It is asked once the type of
 * the message is known, as the façade does.
 */
import type { AdmittedModes, Application } from '../../src/mock/access.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { AccessCheck } from '../../src/mock/mock.ts';
import type { Problem } from '../../src/mock/problem.ts';

export type Side = 'prescribing' | 'dispensing';
type Functionality = Side | 'tracker';

const named = (what: Functionality): string => what.charAt(0).toUpperCase() + what.slice(1);

function refused(words: string, kind: 'forbidden' | 'not-supported' = 'forbidden'): Problem {
  const isForbidden = kind === 'forbidden';
  return {
    problem: isForbidden ? 'forbidden' : 'invalid-value',
    message: words,
    said: { status: isForbidden ? 403 : 400, code: 'ACCESS_DENIED', display: words, issue: kind, severity: 'fatal' },
  };
}

const withoutScope = (what: Functionality): Problem => refused(`Your app does not have permission to access ${what} functionality.`);

/** Each side is served at an address of its own. */
export const disabled = (what: Functionality): Problem => refused(`${named(what)} functionality is disabled.`, 'not-supported');

/** Of the platform's scopes, one names an API and a part of it: `…:electronic-prescription-service-api:dispensing`, `…:fhir-dispensing`. */
function grants({ scopes = [] }: Application, what: Functionality): boolean {
  const ofPlatform = scopes.filter((scope) => scope.startsWith('urn:nhsd:apim:'));
  return (
    ofPlatform.length === 0 ||
    ofPlatform.some((scope) => scope.endsWith(':*') || scope.endsWith(`:${what}`) || scope.endsWith(`:fhir-${what}`))
  );
}

/** `byItself`: applications may do it that nobody is signed in to. */
export function scopeRefused({ caller: { application } }: AnyCall, what: Functionality, byItself: boolean): Problem | undefined {
  if (!application) return undefined;
  if (!byItself && application.mode !== 'user-restricted')
    return refused(`${named(what)} functionality can only be accessed using the user-restricted access mode.`);
  return grants(application, what) ? undefined : withoutScope(what);
}

/**
 * No product of this service is for patients: the gateway knows none of their tokens. `byItself` are operations that want nobody signed in,
 * for all of what they do or for some.
 */
export function gatewayAccess(side: Side, byItself: Readonly<Partial<Record<string, 'all' | 'some'>>>): AccessCheck<AnyCall> {
  const check = ({ caller: { application } }: AnyCall): Problem | undefined =>
    application?.mode === 'patient-access' ? withoutScope(side) : undefined;
  const letsIn = (operation: string): AdmittedModes => {
    const to = byItself[operation];
    return { 'user-restricted': 'all', ...(to && { 'application-restricted': to, 'privileged-application-restricted': to }) };
  };
  return Object.assign(check, { letsIn });
}
