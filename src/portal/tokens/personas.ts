/** Whom a request can be sent as: those whom the mock log-ins know, in groups that say what each is for. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { askControl } from '../control.ts';
import type { PageVisit } from '../visit.ts';

export type SignInPersona = components['schemas']['SignInUser'];

export interface PersonaGroup {
  readonly name: string;
  readonly personas: readonly SignInPersona[];
  /** Seldom wanted: folded where there is little room. */
  readonly isRarer?: true;
}

export async function personaGroups(visit: PageVisit): Promise<readonly PersonaGroup[]> {
  const found = await askControl<'list-users'>(visit, '/users');
  const users = found.ok ? found.body.users : [];
  const isPatient = ({ kind }: SignInPersona): boolean => kind === 'patient';
  return [
    { name: 'Staff, who sign in with a smartcard', personas: users.filter((one) => !isPatient(one)) },
    { name: 'Patients who have proved who they are (P9)', personas: users.filter((one) => isPatient(one) && one.proofing === 'P9') },
    {
      name: 'Patients who have proved less',
      personas: users.filter((one) => isPatient(one) && one.proofing !== 'P9'),
      isRarer: true as const,
    },
  ].filter(({ personas }) => personas.length > 0);
}

export const personaOf = (groups: readonly PersonaGroup[], id: string): SignInPersona | undefined =>
  groups.flatMap(({ personas }) => personas).find((one) => one.id === id);

/** The first who has a role to act in. */
export const memberOfStaff = (groups: readonly PersonaGroup[]): SignInPersona | undefined =>
  groups.flatMap(({ personas }) => personas).find(({ roles = [] }) => roles.length > 0);

/** `Dr Oriole Fieldfare: a general practitioner with one role …` */
export const personaLine = ({ name, meaning }: SignInPersona): string => `${name}: ${lowerFirst(meaning).replace(/\.$/, '')}`;

const lowerFirst = (text: string): string => (/^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);

/** Headers in which a caller names a member of staff who is signed in, and what each says of them. */
const staffHeaders: Readonly<Record<string, (role: Role) => string | undefined>> = {
  'nhsd-session-urid': ({ id }) => id,
  'nhsd-end-user-organisation-ods': ({ organisation }) => organisation.ods,
};

type Role = NonNullable<SignInPersona['roles']>[number];

/** What a caller sends in this header where this persona is signed in; undefined where it says nothing of who that is. */
export function headerOfPersona(name: string, persona: SignInPersona | undefined): string | undefined {
  const say = staffHeaders[name.toLowerCase()];
  const [role] = persona?.roles ?? [];
  return say && role && say(role);
}
