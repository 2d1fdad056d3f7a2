/** What an application may do with prescriptions: by its scopes, and asked once it is known what a message is for. */
import type { AnyCall } from '../../src/mock/any-call.ts';
import { refused, spineCodes, type Refusal } from './issues.ts';

export type Functionality = 'prescribing' | 'dispensing' | 'tracker';

/** Nobody is refused who shows no application. `byItself` is what an application may do without somebody who is signed in. */
export function withoutFunctionality(
  { caller: { application } }: AnyCall,
  functionality: Functionality,
  { byItself = false }: { readonly byItself?: boolean } = {},
): Refusal | undefined {
  if (!application) return undefined;
  const named = functionality[0]?.toUpperCase() + functionality.slice(1);
  if (application.mode !== 'user-restricted' && !byItself)
    return scopeRefused(`${named} functionality can only be accessed using the user-restricted access mode.`);
  const { scopes = [] } = application;
  const wanted = new Set([functionality, `fhir-${functionality}`, '*']);
  if (scopes.length > 0 && !scopes.some((scope) => wanted.has(scope.split(':').at(-1) ?? '')))
    return scopeRefused(`Your app does not have permission to access ${functionality} functionality.`);
  return undefined;
}

const scopeRefused = (display: string): Refusal =>
  refused([
    {
      severity: 'fatal',
      code: 'forbidden',
      coding: { system: spineCodes, version: '1', code: 'ACCESS_DENIED', display },
      why: display,
    },
  ]);

export const disabled = (functionality: Functionality): Refusal => {
  const display = `${functionality[0]?.toUpperCase()}${functionality.slice(1)} functionality is disabled.`;
  const [issue] = scopeRefused(display).issues;
  return refused([{ ...issue, code: 'not-supported' }]);
};
