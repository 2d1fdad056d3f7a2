/** NHS login, as the sandbox plays it: where patients sign in, and how far each has proved who they are. */
import type { JsonObject } from '../../contract/contract.ts';
import { fullName } from '../../people/in-words.ts';
import type { Person } from '../../population.ts';
import { hasExtra, leftOut } from '../../workspace/extras.ts';
import { findPatient } from '../users/find-user.ts';
import { patients } from '../users/patients.ts';
import type { Patient, Proofing } from '../users/user.ts';
import type { IdentityCall } from '../identity-call.ts';
import type { KnownUser, Provider, Refused } from './provider.ts';

/** Vectors of trust, weakest first (NHS login, "Vectors of trust"). */
const vectors = ['P0.Cp', 'P5.Cp.Cd', 'P5.Cp.Ck', 'P5.Cm', 'P9.Cp.Cd', 'P9.Cp.Ck', 'P9.Cm'] as const;
const usualVectors: readonly string[] = ['P9.Cp.Cd', 'P9.Cp.Ck', 'P9.Cm'];

const levels: readonly Proofing[] = ['P0', 'P5', 'P9'];
const rank = (level: Proofing): number => levels.indexOf(level);
const proofingOf = (vector: string): Proofing => levels.find((level) => vector.startsWith(level)) ?? 'P0';

/** As its guidance words it for a user who does not share their details. */
const consentRefused: Refused = { error: 'access_denied', description: 'ConsentNotGiven' };

export const patientProvider: Provider = {
  name: 'nhs-login',
  alg: 'RS512',
  title: 'NHS login',
  tokenPath: '/token',
  jwksPath: '/.well-known/jwks.json',
  scopes: [
    'openid',
    'profile',
    'basic_demographics',
    'profile_extended',
    'email',
    'phone',
    'landline',
    'gp_registration_details',
    'gp_integration_credentials',
    'client_metadata',
  ],
  wants: ['state', 'nonce'],
  takesSecrets: false,
  takesHandedOver: true,
  clientAlgorithms: ['RS512'],
  unseen: 'sso_login_required',
  configuration: () => ({ vtr_supported: [...vectors] }),

  proceed({ fields }, { user, answer, isHeadless }, call) {
    const asked = askedVectors(fields.get('vtr'));
    if (!asked) return { error: 'invalid_request', description: `vtr must be a JSON array of ${vectors.join(', ')}` };
    const patient = user === undefined ? undefined : whoSignsIn(user, call);
    if (!patient) return { screen: whoScreen(call, user) };
    if (patient.refusesConsent) return consentRefused;
    const reached = strongest(asked.filter((vector) => rank(proofingOf(vector)) <= rank(patient.proofing)));
    if (reached) return { signedIn: { user: patient.id, vot: reached, proofing: proofingOf(reached) } };
    // Whoever is below what was asked is not refused: they prove more of who they are.
    if (answer === 'stop') return { error: 'access_denied', description: 'The user stopped before their identity was proved' };
    const next = weakest(asked);
    if (answer !== 'go-on' && !isHeadless) return { screen: stepUpScreen(patient, proofingOf(next)) };
    return { signedIn: { user: patient.id, vot: next, proofing: proofingOf(next) } };
  },

  idClaims(signedIn, call) {
    const { vot = 'P0.Cp', proofing = 'P0', user } = signedIn;
    const patient = findPatient(user, call.population);
    return {
      vot,
      vtm: call.url(`/trustmark/${new URL(call.url('')).hostname}`),
      sub: patient?.sub ?? user,
      identity_proofing_level: proofing,
      ...(proofing !== 'P0' && patient && identified(signedIn, patient, call.population.find(patient.nhsNumber))),
    };
  },

  actor({ user }, { population }) {
    const proxy = findPatient(user, population)?.proxy;
    return proxy && { sub: proxy.sub, nhs_number: proxy.nhsNumber, identity_proofing_level: 'P9' };
  },

  userinfo(signedIn, call) {
    const patient = findPatient(signedIn.user, call.population);
    const person = patient && call.population.find(patient.nhsNumber);
    const metadata = call.store.get(metadataOf, `${signedIn.client} ${signedIn.user}`);
    return {
      sub: patient?.sub ?? signedIn.user,
      ...(patient && contacts(signedIn, patient)),
      ...(patient && signedIn.proofing !== 'P0' && { ...identified(signedIn, patient, person), ...registered(signedIn, patient, person) }),
      ...(has(signedIn, 'client_metadata') && metadata !== undefined && { client_user_metadata: metadata }),
    };
  },
};

/** Where what an application notes of its user is kept. */
export const metadataOf = 'identity/metadata';

const has = ({ scopes }: KnownUser, scope: string): boolean => scopes.includes(scope);

/** Those that were asked for, or the usual ones; undefined where they cannot be read, or where one is not known. */
function askedVectors(text: string | null): readonly string[] | undefined {
  if (text === null) return usualVectors;
  let asked: unknown;
  try {
    asked = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(asked) || asked.length === 0) return undefined;
  return asked.every((one): one is string => vectors.some((vector) => vector === one)) ? asked : undefined;
}

const byStrength = (asked: readonly string[]): readonly string[] => vectors.filter((vector) => asked.includes(vector));
const strongest = (asked: readonly string[]): string | undefined => byStrength(asked).at(-1);
const weakest = (asked: readonly string[]): string => byStrength(asked)[0] ?? 'P0.Cp';

function whoSignsIn(user: string, call: IdentityCall): Patient | undefined {
  const patient = findPatient(user, call.population);
  if (!patient || patients.includes(patient) || hasExtra(call.settings, 'any-patient')) return patient;
  call.note(leftOut('any-patient'));
  return undefined;
}

function whoScreen({ population, settings }: IdentityCall, unknown: string | undefined) {
  return {
    heading: 'Who signs in?',
    intro: 'Choose one of the made-up patients. Each shows another way in which signing in can go.',
    choices: patients.map(({ id, meaning, nhsNumber, proofing }) => {
      const [name] = population.find(nhsNumber)?.names ?? [];
      return { name: 'user' as const, value: id, words: `${name ? fullName(name) : id} (${proofing})`, more: meaning };
    }),
    ...(hasExtra(settings, 'any-patient') && {
      typed: {
        name: 'user',
        label: 'NHS number',
        hint: 'Of anybody in this sandbox, with all of their identity proved (P9).',
        ...(unknown !== undefined && { error: 'Nobody in this sandbox has this number. Give ten digits without spaces.' }),
      },
    }),
  };
}

function stepUpScreen({ proofing }: Patient, wanted: Proofing) {
  return {
    heading: 'Prove who you are',
    intro: `This user has reached ${proofing}, and the application asks for ${wanted}. At the real service they would now show an identity document or the like.`,
    choices: [
      { name: 'answer' as const, value: 'go-on', words: 'Go on', more: `Their identity is proved to ${wanted}.` },
      { name: 'answer' as const, value: 'stop', words: 'Stop here', more: 'They give up, and the application is told access_denied.' },
    ],
  };
}

/** The claims of `profile`, `basic_demographics` and `profile_extended`: of whoever has proved more than an e-mail address. */
function identified(signedIn: KnownUser, { nhsNumber }: Patient, person: Person | undefined): JsonObject {
  const [name] = person?.names ?? [];
  const isBasic = has(signedIn, 'basic_demographics') && !has(signedIn, 'profile');
  return {
    ...(has(signedIn, 'profile') && { nhs_number: nhsNumber }),
    ...((has(signedIn, 'profile') || isBasic) && {
      ...(name && { family_name: name.family }),
      ...(person && { birthdate: person.birthDate }),
      identity_proofing_level: signedIn.proofing ?? 'P0',
    }),
    ...(has(signedIn, 'profile_extended') && name?.given[0] !== undefined && { given_name: name.given[0] }),
  };
}

function contacts(signedIn: KnownUser, { email, phone, hasOtherPhone }: Patient): JsonObject {
  return {
    ...(has(signedIn, 'email') && { email, email_verified: true }),
    ...(has(signedIn, 'phone') && {
      phone_number: phone,
      phone_number_verified: true,
      ...(signedIn.proofing !== 'P0' && { phone_number_pds_matched: !hasOtherPhone }),
    }),
    ...(has(signedIn, 'landline') && { landline_number: '+441632960000', landline_number_verified: true }),
  };
}

function registered(signedIn: KnownUser, { sub }: Patient, person: Person | undefined): JsonObject {
  const practice = person?.registrations.find(({ period }) => period.end === undefined)?.practice;
  if (practice === undefined) return {};
  const isLinked = signedIn.proofing === 'P9' && has(signedIn, 'gp_integration_credentials');
  return {
    ...(has(signedIn, 'gp_registration_details') && { gp_registration_details: { gp_ods_code: practice } }),
    ...(isLinked && {
      gp_integration_credentials: { gp_user_id: sub.slice(-10), gp_linkage_key: `MOCK${sub.slice(-8)}`, gp_ods_code: practice },
    }),
  };
}
