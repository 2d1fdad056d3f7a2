/** Who asks: for which organisation, in which function, and who is to be named as having done it. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { publishedClinician } from '../healthcare-services/published.ts';
import type { BusinessFunction } from './functions.ts';

export interface Asker {
  readonly organisation?: string;
  /** A known one: others have been refused. */
  readonly businessFunction?: string;
  /** SDS user id of the clinician for whom an administrator acts. */
  readonly onBehalfOf?: string;
  /** SDS user id of whoever asks. */
  readonly user: string;
}

export const organisationHeader = 'NHSD-End-User-Organisation-ODS';
export const functionHeader = 'NHSD-eRS-Business-Function';
export const onBehalfOfHeader = 'NHSD-eRS-On-Behalf-Of-User-ID';

/** A header that was sent, and says something. */
export const sentHeader = (call: Pick<AnyCall, 'header'>, name: string): string | undefined => {
  const value = call.header(name)?.trim();
  return value === '' ? undefined : value;
};

/** Nobody is signed in: the application asks by itself. */
export const isByItself = ({ caller }: AnyCall): boolean => caller.application?.mode.endsWith('application-restricted') === true;

export function askerOf(call: AnyCall): Asker {
  const { caller, population } = call;
  const organisation = sentHeader(call, organisationHeader) ?? caller.application?.odsCode;
  const businessFunction = isByItself(call) ? undefined : sentHeader(call, functionHeader);
  const onBehalfOf = sentHeader(call, onBehalfOfHeader);
  const roles = caller.application?.roles ?? [];
  const staff = organisation === undefined ? [] : population.practitioners(organisation);
  const signedIn = staff.find(({ roleProfileId }) => roles.includes(roleProfileId)) ?? staff[0];
  return {
    ...(organisation !== undefined && { organisation }),
    ...(businessFunction !== undefined && { businessFunction }),
    ...(onBehalfOf !== undefined && { onBehalfOf }),
    user: signedIn?.sdsUserId ?? publishedClinician,
  };
}

/** A function that somebody has, and where. */
export interface HeldFunction {
  readonly businessFunction: BusinessFunction;
  readonly organisation: string;
}

const atPractice = (...names: readonly BusinessFunction[]) =>
  names.map((name): HeldFunction => ({ businessFunction: name, organisation: 'Y90001' }));
const atTrust = (organisation: string, ...names: readonly BusinessFunction[]) =>
  names.map((name): HeldFunction => ({ businessFunction: name, organisation }));

/** Of the staff whom the sandbox's CIS2 signs in, by role profile id. */
const staffFunctions: Readonly<Record<string, readonly HeldFunction[]>> = {
  '656014452101': atPractice('REFERRING_CLINICIAN'),
  '656014452102': atTrust('RZ0', 'SERVICE_PROVIDER_CLINICIAN'),
  '656014452103': atTrust('RZ1', 'SERVICE_PROVIDER_CLINICIAN'),
  '656014452104': atPractice('REFERRING_CLINICIAN_ADMIN'),
  '656014452105': [],
  '656014452106': atPractice('REFERRING_ADMIN', 'REFERRING_CLINICIAN_ADMIN'),
  '656014452107': atTrust('RZ0', 'SERVICE_PROVIDER_ADMIN', 'SERVICE_PROVIDER_CLINICIAN_ADMIN'),
  '656014452108': atPractice('REFERRING_CLINICIAN'),
};

/** Undefined where nobody is signed in, or in a role of which nothing is known: then any function is theirs. */
export function functionsHeld({ caller }: AnyCall): readonly HeldFunction[] | undefined {
  const roles = caller.application?.roles;
  if (roles === undefined || roles.some((role) => !Object.hasOwn(staffFunctions, role))) return undefined;
  return roles.flatMap((role) => staffFunctions[role] ?? []);
}
