/** Who may do what at the record locator: an application asks for its own organisation, about the types of pointers that it has leave for. */
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { allTypes } from './kinds.ts';
import { isWithin, partOf } from './pointer.ts';
import { refused } from './refusals.ts';

/** What an application is given beside types of pointers. */
export type Flag = 'audit-dates-from-payload' | 'supersede-ignore-delete-fail' | 'allow-all-pointer-types';

/**
 * One list for both sides: types such as `http://snomed.info/sct|736253002`, and flags. `RJ11 http://…` is leave in the name of that
 * organisation alone, and of its parts; `RJ11.A http://…` of one part.
 */
const listed = 'record-locator';

/** The organisation that asks, or the part of one. */
export const askingFor = (call: AnyCall): string => partOf((call.header('NHSD-End-User-Organisation-ODS') ?? '').trim());

/** The gateway's question, and then the service's first: both are asked of whichever operation. */
export function organisationRefused(call: AnyCall): Problem | undefined {
  const { odsCode } = call.caller.application ?? {};
  const asking = askingFor(call);
  const given = permissionsOf(call);
  const isOther = odsCode !== undefined && !isWithin(asking, odsCode);
  const isNone = given !== undefined && given.length > 0 && given.every(({ of }) => of !== undefined && !isWithin(asking, of));
  if (isOther || isNone)
    return {
      problem: 'forbidden',
      message: 'Provided ODS code has no pointers within requesting app',
      said: { diagnostics: 'Provided ODS code has no pointers within requesting app' },
    };
  if (typesFor(call).length > 0) return undefined;
  return refused(
    'ACCESS DENIED',
    `Your organisation '${asking}' does not have permission to access this resource. Contact the onboarding team.`,
  );
}

interface Permission {
  readonly of: string | undefined;
  readonly what: string;
}

/** Undefined where nothing is said of this API: then everything is allowed. */
function permissionsOf({ caller }: AnyCall): readonly Permission[] | undefined {
  return caller.application?.permissions?.[listed]?.map((text) => {
    const [, of, what = text] = /^(\S+) (.+)$/.exec(text) ?? [];
    return { of: of === undefined ? undefined : partOf(of), what };
  });
}

/** Whoever asks has all of it where nothing is said; flags are had by nobody then. */
function grantedTo(call: AnyCall): readonly string[] | undefined {
  const asking = askingFor(call);
  return permissionsOf(call)?.flatMap(({ of, what }) => (of === undefined || isWithin(asking, of) ? [what] : []));
}

export const hasFlag = (call: AnyCall, flag: Flag): boolean => grantedTo(call)?.includes(flag) === true;

export function typesFor(call: AnyCall): readonly string[] {
  const granted = grantedTo(call);
  if (!granted || granted.includes('allow-all-pointer-types')) return allTypes;
  return granted.filter((what) => what.includes('|'));
}
