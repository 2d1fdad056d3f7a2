/** Who may do what: a table by access mode and operation, which an API states, and the decision. */
import type { AccessMode, Application } from '../mock/access.ts';
import type { AnyCall } from '../mock/any-call.ts';
import type { Problem } from '../mock/problem.ts';
import { spine } from './spine/spine-faults.ts';

export type Rule = (application: Application, call: AnyCall) => Problem | undefined;

export interface AccessRules<Operation extends string, Verdict extends string> {
  /** Asked of every operation, before the table is. */
  readonly always?: readonly Rule[];
  readonly table: Readonly<Record<AccessMode, Readonly<Record<Operation, 'yes' | Verdict>>>>;
  readonly rules: Readonly<Record<Verdict, Rule>>;
}

/** Whoever shows no application may do everything, as in the official open sandboxes. */
export function accessBy<Operation extends string, Verdict extends string>(
  access: AccessRules<Operation, Verdict>,
): (call: AnyCall) => Problem | undefined {
  const { always = [], rules } = access;
  const table: Readonly<Record<AccessMode, Readonly<Partial<Record<string, 'yes' | Verdict>>>>> = access.table;
  return (call) => {
    const { application } = call.caller;
    if (!application) return undefined;
    for (const rule of always) {
      const problem = rule(application, call);
      if (problem) return problem;
    }
    const verdict = table[application.mode][call.operation.id] ?? 'yes';
    return verdict === 'yes' ? undefined : rules[verdict](application, call);
  };
}

/** Systems in front of Spine have an accredited system id. */
export const wantsAsid: Rule = ({ hasAsid }) =>
  hasAsid === false
    ? spine('MISSING_VALUE', 'No ASID is associated with your app. Please contact support.', { issue: 'value' })
    : undefined;

/** What an application is refused as a whole, whatever it sends. */
export function refusedApplication(
  code: 'INVALID_METHOD' | 'ACCESS_DENIED' | 'INVALID_VALUE',
  display: string,
  { to, issue = 'forbidden' }: { readonly to: string; readonly issue?: string },
): Problem {
  return spine(code, `Your app has insufficient permissions to ${to}. Please contact support.`, { status: 403, display, issue });
}
