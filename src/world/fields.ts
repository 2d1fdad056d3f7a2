/**
 * The registry of field constants: one small number per attribute that is drawn by hash.
 * Changing one renumbers that attribute for everybody, which is a new world version.
 */
export const worldVersion = 'world/1';

export const field = {
  birthDay: 1,
  givenName: 2,
  givenCount: 3,
  middleName: 4, // … 8, one for each further given name
  britishGiven: 9,
  prefix: 10,
  suffix: 11,
  nickname: 12,
  nameId: 13, // … 16
  record: 20,
  restricted: 21,
  gone: 22,
  deathDay: 23,
  deathNotice: 24,
  removal: 25,
  removalDay: 26,
  place: 30,
  telecom: 31,
  email: 32,
  emailHost: 33,
  homePhone: 34,
  mobile: 35,
  telecomId: 36, // … 39
  ethnicity: 40,
  language: 41,
  interpreter: 42,
  contact: 43,
  contactMethod: 44,
  emergency: 45,
  birthPlace: 46,
  pharmacy: 47,
  whichPharmacy: 48,
  dispenser: 49,
  leavesHome: 50,
  marries: 51,
  marriageDay: 52,
  familyShape: 53,
  coupleShift: 54,
  moves: 55,
  moveDay: 56, // … 59
  practiceBefore: 60, // … 64
  addressId: 65, // … 69
  registrationLag: 70,
  oneName: 71,
  tracedName: 72,
  dwelling: 80,
  street: 81,
  flat: 82,
  locality: 83,
  uprn: 84,
  paf: 85,
  organisation: 90,
  practitioner: 91,
  practitionerSex: 92,
  practitionerId: 93,
  feistel: 100, // … 105, one for each round
  condition: 300, // … 339, one for each long-term condition
  onset: 340, // … 379
  prescription: 400,
  issueDay: 401,
  prescriber: 402,
  uptake: 420, // … 479, one for each line of the schedule
  lateness: 480, // … 539
  flu: 540, // … 559, by season
  referral: 600, // … 619
  referralKind: 620, // … 639
  appointment: 640,
  admission: 700, // … 719
  admissionKind: 720, // … 739
} as const;

/** Keys of the permutations, mixed into the seed so that each is independent of the others. */
export const permutation = { numbers: 0, practices: 1, donors: 2 } as const;
