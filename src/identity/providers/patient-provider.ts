/** NHS login, as the sandbox plays it: where patients sign in, and how far each has proved who they are. */
import type { JsonObject } from '../../contract/contract.ts';
import { fullName } from '../../people/in-words.ts';
import type { Person } from '../../population.ts';
import { vectors } from '../../workspace/applications/vectors.ts';
import { hasExtra, leftOut } from '../../workspace/extras.ts';
import { findPatient } from '../users/find-user.ts';
import { patients } from '../users/patients.ts';
import type { Patient, Proofing } from '../users/user.ts';
import { askedVectors, proofingOf, reached } from './vectors-of-trust.ts';
import type { IdentityCall } from '../identity-call.ts';
import type { KnownUser, Provider, RefusedSignIn } from './provider.ts';

/** As its guidance words it for a user who does not share their details. */
const consentRefused: RefusedSignIn = { error: 'access_denied', description: 'ConsentNotGiven' };

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
  unknownAddress: 'invalid_redirect_uri',
  // Its interface specification, tables 1.1 and 1.2.
  values: { prompt: ['none', 'login'], display: ['page', 'touch'] },
  passedOver: {
    max_age: 'it is not supported',
    ui_locales: 'it is not supported',
    id_token_hint: 'it is not supported',
    acr_values: 'vtr is in its place',
    fido_auth_response: 'nobody has a device registered in this sandbox',
    allow_registration: 'nobody registers in this sandbox, so there is nothing to hide',
  },
  configuration: () => ({ vtr_supported: [...vectors] }),

  proceed({ client, fields }, { user, answer, isHeadless }, call) {
    const read = askedVectors(fields.get('vtr'), call.visit.workspace.applications.byApiKey(client)?.vectors);
    if (!('asked' in read)) {
      if (read.why !== undefined) call.note(read.why);
      return { error: 'invalid_request', description: read.description };
    }
    const { asked } = read;
    const patient = user === undefined ? undefined : whoSignsIn(user, call);
    if (!patient) return { screen: whoScreen(call, user) };
    if (patient.refusesConsent) return consentRefused;
    const vot = reached(asked, patient.proofing);
    if (vot !== undefined) return { signedIn: { user: patient.id, vot, proofing: proofingOf(vot) } };
    // Whoever is below what was asked is not refused: they prove more of who they are.
    if (answer === 'stop') return { error: 'access_denied', description: 'The user stopped before their identity was proved' };
    const [next = 'P0.Cp'] = asked;
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
