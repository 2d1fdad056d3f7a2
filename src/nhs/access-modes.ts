/** Who may do what: a table by access mode and operation, which an API states, and the decision. */
import type { AccessMode, AdmittedModes, Application } from '../mock/access.ts';
import type { AnyCall } from '../mock/any-call.ts';
import type { AccessCheck } from '../mock/mock.ts';
import type { Problem } from '../mock/problem.ts';
import { spine } from './spine/spine-faults.ts';

export type Rule = (application: Application, call: AnyCall) => Problem | undefined;

export interface AccessRules<Operation extends string, Verdict extends string> {
  /** Asked of every operation, before the table is. */
  readonly always?: readonly Rule[];
  readonly table: Readonly<Record<AccessMode, Readonly<Record<Operation, 'yes' | Verdict>>>>;
  readonly rules: Readonly<Record<Verdict, Rule>>;
  /** Verdicts that let somebody in all the same: to what is their own, or where they have leave. */
  readonly lets?: Readonly<Partial<Record<Verdict, 'own' | 'some'>>>;
}

/** What stands beside access modes: everything is asked in turn, and whom the modes let in is told as they tell it. */
export const alsoAsking = (modes: AccessCheck<AnyCall>, further: (call: AnyCall) => Problem | undefined): AccessCheck<AnyCall> =>
  Object.assign((call: AnyCall) => modes(call) ?? further(call), modes.letsIn && { letsIn: modes.letsIn });

/** Whoever shows no application may do everything, as in the official open sandboxes. */
export function accessBy<Operation extends string, Verdict extends string>(access: AccessRules<Operation, Verdict>): AccessCheck<AnyCall> {
  const { always = [], rules, lets = {} } = access;
  const table: Readonly<Record<AccessMode, Readonly<Partial<Record<string, 'yes' | Verdict>>>>> = access.table;
  const check = (call: AnyCall): Problem | undefined => {
    const { application } = call.caller;
    if (!application) return undefined;
    for (const rule of always) {
      const problem = rule(application, call);
      if (problem) return problem;
    }
    const verdict = table[application.mode][call.operation.id] ?? 'yes';
    return verdict === 'yes' ? undefined : rules[verdict](application, call);
  };
  const admitted: Readonly<Partial<Record<string, 'own' | 'some'>>> = lets;
  const letsIn = (operation: string): AdmittedModes =>
    Object.fromEntries(
      Object.entries(table).flatMap(([mode, row]) => {
        const verdict = row[operation] ?? 'yes';
        const to = verdict === 'yes' ? 'all' : admitted[verdict];
        return to === undefined ? [] : [[mode, to]];
      }),
    );
  return Object.assign(check, { letsIn });
}

export interface LetIn {
  /** An application that is let in is let in as a privileged one, too. */
  readonly modes: readonly AccessMode[];
  /** What is said to all others. */
  readonly otherwise: Problem;
  /** Whom a request is about, by NHS number, where patients may ask about themselves alone; undefined where it does not say. */
  readonly about?: (call: AnyCall) => unknown;
  /** What is said to a patient who asks about somebody else, where that is not what is said to all. */
  readonly ofOthers?: Problem;
}

/** Who is let in to an API that makes no difference between its operations. A patient is let in who has proved who they are. */
export function letIn({ modes, otherwise, about, ofOthers = otherwise }: LetIn): AccessCheck<AnyCall> {
  const check = (call: AnyCall): Problem | undefined => {
    const { application } = call.caller;
    if (!application) return undefined;
    const { mode, proofing, nhsNumber } = application;
    if (!modes.includes(mode === 'privileged-application-restricted' ? 'application-restricted' : mode)) return otherwise;
    if (mode !== 'patient-access') return undefined;
    if (proofing !== 'P9') return otherwise;
    const asked = about?.(call);
    return asked === undefined || asked === nhsNumber ? undefined : ofOthers;
  };
  const admitted = modes.map((mode) => [mode, mode === 'patient-access' && about ? 'own' : 'all'] as const);
  return Object.assign(check, { letsIn: (): AdmittedModes => Object.fromEntries(admitted) });
}

/** As the platform's gateway refuses a token that was not granted the scope of an API. */
export const otherScope = (wanted: string): Problem => ({
  problem: 'forbidden',
  message: `The access token does not let its application in to this API: it wants ${wanted}.`,
});

/** Lets in applications that run by themselves, by a token that a signed JWT was shown for. */
export const applicationsOnly = letIn({ modes: ['application-restricted'], otherwise: otherScope('one of an application (a signed JWT)') });

/** Lets in whoever shows the key of an application. */
export const keyHolders = letIn({ modes: ['application-restricted'], otherwise: otherScope('the key of an application') });

/** Whether whoever asks has leave: everybody, where no application is shown, or where nothing is said of the API. */
export function mayDo({ caller }: AnyCall, api: string, isIt: (permission: string) => boolean): boolean {
  const permissions = caller.application?.permissions?.[api];
  return permissions === undefined || permissions.some(isIt);
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
