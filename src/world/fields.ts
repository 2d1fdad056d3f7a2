/**
 * The registry of field constants: one small number per attribute that is drawn by hash. An attribute that is drawn several times has
 * a run of them. Changing one renumbers that attribute for everybody, which is a new world version (reach.ts).
 */

export const field = {
  givenName: 2,
  givenCount: 3,
  middleName: 4, // … 8
  britishGiven: 9,
  prefix: 10,
  suffix: 11,
  nickname: 12,
  nameId: 13, // … 15
  oneName: 16,
  record: 20,
  survivor: 21,
  removalDay: 34,
  removalCode: 35,
  email: 41,
  homePhone: 43,
  mobile: 44,
  telecomId: 45, // … 47
  language: 51,
  interpreter: 52,
  contact: 53,
  contactMethod: 54,
  birthPlace: 55,
  birthTown: 56,
  pharmacy: 57,
  whichPharmacy: 58,
  registrationLag: 79,
  addressId: 80, // … 84
  street: 86,
  flat: 87,
  locality: 88,
  uprn: 89,
  paf: 90,
  organisation: 91,
  practitioner: 92,
  practitionerGiven: 93,
  feistel: 100, // … 105, one for each round
  familyShift: 110, // … 111
  undated: 113,
  deathJitter: 114,
  weddingDay: 115,
  surnameLine: 116, // … 117
  placeLine: 118, // … 119
  goesBack: 120,
  birthJitter: 121, // … 128, one for each attempt
  houseName: 132,
  deprivation: 133, // … 134
  besidePractice: 135,
  postcode: 136,
  premises: 137,
  staff: 138, // … 141
  named: 142,
  nameVariant: 143,
  sharedEmail: 144,
  newMobile: 145,
  since: 146, // … 147
  otherAddress: 148, // … 155
  temporary: 156, // … 161, one for each four years
  reachedThrough: 162,
  emergencyId: 163,
  religion: 164, // … 165
  orientation: 166,
  deathNotified: 167,
  whichLanguage: 168,
  ownLanguage: 169,
  // What is untidy about records: see records/untidy.ts.
  untidy: 170, // … 199
  draw: 450,
  entryId: 500, // … 504
  personId: 505, // … 509
  // The clinical record, a run of them for each part of it.
  habits: 1000, // … 1019
  illness: 1020, // … 1299
  pregnancy: 1300, // … 1349
  allergy: 1350, // … 1399
  hospital: 1400, // … 1499
  medicine: 1500, // … 1699
  vaccination: 1700, // … 1799
  result: 1800, // … 1999
  consultation: 2000, // … 2099
  document: 2100, // … 2149
  care: 2150, // … 2199
  diary: 2200, // … 2249
  register: 2250, // … 2259
  opening: 2260, // … 2279
  point: 2280, // … 2283
} as const;

/** Added to the seed to make the keys of the permutations, so that each shuffles in its own way. */
export const permutation = { numbers: 0, dwellings: 3, postcodes: 4, pafs: 5 } as const;
