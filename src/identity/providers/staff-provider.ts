/** CIS2 (Care Identity), as the sandbox plays it: where staff sign in, by how strong a means, and in which roles. */
import type { JsonObject } from '../../contract/contract.ts';
import type { Population } from '../../population.ts';
import { findWorker } from '../users/find-user.ts';
import type { Worker, WorkerRole } from '../users/user.ts';
import { workers } from '../users/workers.ts';
import type { Provider, KnownUser } from './provider.ts';

const assurance = { 2: 'AAL2_ANY', 3: 'AAL3_ANY' } as const;

export const staffProvider: Provider = {
  name: 'cis2',
  alg: 'RS256',
  title: 'CIS2',
  tokenPath: '/access_token',
  jwksPath: '/connect/jwk_uri',
  scopes: [
    'openid',
    'profile',
    'email',
    'nhsperson',
    'associatedorgs',
    'nationalrbacaccess',
    'professionalmemberships',
    'organisationalmemberships',
    'selectedrole',
  ],
  wants: [],
  takesSecrets: true,
  takesHandedOver: false,
  clientAlgorithms: ['RS256', 'RS512'],
  unseen: 'login_required',
  unknownAddress: 'invalid_request',
  values: {},
  passedOver: {},
  configuration: (call) => ({
    acr_values_supported: ['AAL1_USERPASS', ...Object.values(assurance)],
    end_session_endpoint: call.url('/connect/endSession'),
    backchannel_logout_supported: true,
    backchannel_logout_session_supported: true,
  }),

  proceed({ scopes, fields }, { user, role, isHeadless }) {
    const worker = user === undefined ? undefined : findWorker(user);
    if (!worker) return { screen: whoScreen(user) };
    if (worker.aal < askedAssurance(fields.get('acr_values')))
      return { error: 'access_denied', description: 'The user has no authenticator of the level that acr_values asks for' };
    const [first, ...others] = worker.roles;
    const chosen = worker.roles.find(({ id }) => id === role) ?? (others.length === 0 || isHeadless ? first : undefined);
    const isRoleWanted = scopes.includes('selectedrole') && first !== undefined;
    if (isRoleWanted && !chosen) return { screen: roleScreen(worker) };
    return { signedIn: { user: worker.id, aal: worker.aal, ...(isRoleWanted && chosen && { role: chosen.id }) } };
  },

  idClaims({ user, aal = 3, role, scopes, authTime, sid }) {
    return {
      sub: user,
      auth_time: authTime,
      sid,
      acr: assurance[aal],
      amr: [aal === 3 ? 'N3_SMARTCARD' : 'AUTHENTICATOR_APP'],
      realm: '/NHSIdentity/Healthcare',
      authentication_assurance_level: String(aal),
      id_assurance_level: '3',
      tokenName: 'id_token',
      ...(scopes.includes('selectedrole') && role !== undefined && { selected_roleid: role }),
    };
  },

  userinfo(signedIn, { population }) {
    const worker = findWorker(signedIn.user);
    return worker ? describedWorker(worker, signedIn, population) : { sub: signedIn.user };
  },
};

const askedAssurance = (acr: string | null): number =>
  Math.max(0, ...(acr ?? '').split(' ').map((one) => Number(/^AAL(\d)_/.exec(one)?.[1] ?? 0)));

function whoScreen(unknown: string | undefined) {
  return {
    heading: 'Who signs in?',
    intro: `Choose one of the made-up members of staff.${unknown === undefined ? '' : ' The one who was asked for is not among them.'}`,
    choices: workers.map(({ id, meaning, title, given, family, aal }) => ({
      name: 'user' as const,
      value: id,
      words: `${title} ${given} ${family} (AAL${aal}, ${id})`,
      more: meaning,
    })),
  };
}

function roleScreen({ title, family, roles }: Worker) {
  return {
    heading: 'In which role?',
    intro: `${title} ${family} has ${roles.length} roles, and the application asks for the one in which they act now.`,
    choices: roles.map((role) => ({
      name: 'role' as const,
      value: role.id,
      words: role.name.replaceAll('"', '').replaceAll(':', ' – '),
      more: `At ${role.organisation}, role profile ${role.id}`,
    })),
  };
}

function describedWorker(worker: Worker, { scopes }: KnownUser, population: Population) {
  const { id, title, given, family, roles, registrations } = worker;
  const name = `${title} ${given} ${family}`;
  const organisations = roles.map(({ organisation, organisationId }) => ({
    person_orgid: organisationId,
    org_name: population.organisation(organisation)?.name ?? organisation,
    org_code: organisation,
  }));
  const has = (scope: string): boolean => scopes.includes(scope);
  return {
    sub: id,
    uid: id,
    ...(has('nhsperson') && { nhsid_useruid: id, idassurancelevel: '3' }),
    ...((has('profile') || has('nhsperson')) && {
      name: `${family} ${given} (${title})`,
      given_name: given,
      family_name: family,
      title,
      initials: given.slice(0, 1),
      display_name: name,
    }),
    ...(has('email') && { email: `${given}.${family}@example.org`.toLowerCase() }),
    ...(has('professionalmemberships') && registrations),
    ...(has('nationalrbacaccess') && { nhsid_nrbac_roles: roles.map(describedRole) }),
    ...(has('organisationalmemberships') && {
      nhsid_org_memberships: organisations,
      nhsid_org_roles: organisations,
    }),
    ...(has('associatedorgs') && { nhsid_user_orgs: organisations.map(({ org_name, org_code }) => ({ org_name, org_code })) }),
  };
}

function describedRole({ id, organisation, organisationId, name, code, activities }: WorkerRole): JsonObject {
  return {
    person_orgid: organisationId,
    person_roleid: id,
    org_code: organisation,
    role_name: name,
    role_code: code,
    activities: activities.map(([, words]) => words),
    activity_codes: activities.map(([activity]) => activity),
  };
}
