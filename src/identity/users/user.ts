/** People whom a test can sign in as: patients with an NHS login account, and staff with a smartcard or another key of Care Identity. */

/** How far a patient has proved who they are. */
export type Proofing = 'P0' | 'P5' | 'P9';

interface UserDetails {
  /** What a test calls them by: `login_hint`, `--as`. */
  readonly id: string;
  /** What a tester uses them for. */
  readonly meaning: string;
}

/** Names, birth date and practice are those of the person in the population. */
export interface Patient extends UserDetails {
  readonly kind: 'patient';
  /** The account, as a provider names it: never an NHS number. */
  readonly sub: string;
  readonly nhsNumber: string;
  readonly proofing: Proofing;
  readonly email: string;
  readonly phone: string;
  /** The telephone number is another than the one that the patient's record has. */
  readonly hasOtherPhone?: true;
  /** Lets no application know who they are. */
  readonly refusesConsent?: true;
  /** Who acts for this patient, and signs in on their behalf. */
  readonly proxy?: { readonly sub: string; readonly nhsNumber: string };
}

export interface Worker extends UserDetails {
  readonly kind: 'worker';
  readonly title: string;
  readonly given: string;
  readonly family: string;
  /** The highest authentication assurance level that their authenticator reaches. */
  readonly aal: 2 | 3;
  readonly roles: readonly WorkerRole[];
  /** Professional registrations, under the names that userinfo has for them. */
  readonly registrations?: Readonly<Partial<Record<'gmc_id' | 'nmc_id' | 'gphc_id', string>>>;
}

export interface WorkerRole {
  /** The role profile id, which `NHSD-Session-URID` names. */
  readonly id: string;
  readonly organisation: string;
  /** Of the person at that organisation. */
  readonly organisationId: string;
  readonly name: string;
  readonly code: string;
  /** Code and name of each. */
  readonly activities: readonly (readonly [code: string, name: string])[];
}
