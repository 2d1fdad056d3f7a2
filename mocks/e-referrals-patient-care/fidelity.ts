/** What is known of the rules of the e-Referral Service's API for patients: no more than its contract says. */
import type { operations } from '../../src/generated/e-referrals-patient-care.types.ts';
import { notedOn, type Fidelity } from '../../src/mock/fidelity.ts';

const day = '2026-11-30';
const contract = { name: 'Published contract', url: 'https://digital.nhs.uk/developer/api-catalogue/e-referral-service-patient-care-fhir' };
const { inferred, unknown } = notedOn(day);

const of = (number: string, category = '3457005'): string =>
  `GET /FHIR/R4/ServiceRequest?patient:identifier=${number}&category=${category}`;

export default {
  compared: { ...contract, name: 'published contract', version: 'of 2026', on: day },
  answers: { 'a001-retrieve-referral-requests': 'record', 'a002-retrieve-healthcare-service': 'record' },
  everywhere: [
    inferred(contract, 'Nothing but the contract is published of this API: all of its rules are inferred from it.'),
    inferred(contract, 'A patient who has proved who they are (P9) reads their own referrals, and nobody else’s.'),
  ],
  operations: {
    'a001-retrieve-referral-requests': [
      inferred(contract, 'Referrals that are over are not told: cancelled ones, and those whose patient has been seen.', {
        request: of('9000000009'),
        answer: '200',
      }),
      inferred(contract, 'A number that is none is REC_BAD_REQUEST.', { request: of('9000000000'), answer: '400 REC_BAD_REQUEST' }),
      inferred(contract, 'So is another category.', { request: of('9000000009', '1'), answer: '400 REC_BAD_REQUEST' }),
      unknown('Somebody whom nobody knows has no referrals; the link to the portal leads nowhere.'),
    ],
    'a002-retrieve-healthcare-service': [
      inferred(contract, 'A service that is not there is REC_NOT_FOUND.', {
        request: 'GET /FHIR/R4/HealthcareService/1x',
        answer: '404 REC_NOT_FOUND',
      }),
    ],
  },
} satisfies Fidelity<operations>;
