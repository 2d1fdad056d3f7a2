/** What is known of the rules of GP Connect user permissions: one note for each, with where it was seen, or how the service has it otherwise. */
import type { operations } from '../../src/generated/gp-connect-permissions.types.ts';
import { notedOn, type Fidelity } from '../../src/mock/fidelity.ts';

const day = '2026-11-30';
const contract = {
  name: 'Published contract',
  url: 'https://digital.nhs.uk/developer/api-catalogue/gp-connect-patient-facing-user-permissions',
} as const;
const code = { name: 'Published code of the service’s gateway', url: 'https://github.com/NHSDigital/gp-connect-user-permissions' } as const;

const { observed, inferred, unknown, different } = notedOn(day);

const by2023 = { Prefer: 'contract=2023', 'Content-Type': 'application/json' };
const more = { permissionType: 'medicalRecord', medicalRecordType: 'current', accessLevel: 'full' };

export default {
  compared: { ...contract, name: 'published contract', version: 'of March 2026', on: day },
  answers: { getPatientPermissions: 'rule', updatePatientPermissions: 'rule' },
  everywhere: [
    observed(code, 'Whoever is signed in is looked up at the Personal Demographics Service, whose fault is passed on as it is.', {
      request: 'GET /Patient/9000000009',
      headers: { Prefer: 'code=404_pds' },
      answer: '404 RESOURCE_NOT_FOUND',
    }),
    observed(code, 'A practice whose system is not known is a 400 BAD_REQUEST: ODS code not found.', {
      request: 'GET /Patient/9990001308',
      answer: '400 BAD_REQUEST',
    }),
    inferred(code, 'A token of somebody else is a 403 ACCESS_DENIED of the practice; the gateway does not compare numbers.'),
    observed(contract, 'Diagnostics stand inside the details, and the outcome says when it was written.'),
  ],
  operations: {
    getPatientPermissions: [
      observed(contract, 'The first answer switches online access on: until then the other APIs do not find the patient.', {
        request: 'GET /Patient/9990001200',
        answer: '200',
      }),
      unknown('The defaults are summary of what is recent, nothing older, and a view of prescriptions; a practice may have others.'),
      unknown('What is recent begins in November 2022, or with the registration where that was later.'),
      different(
        code,
        'Test people have online access already, with all there is, and four in five others some of it.',
        'Everybody has to ask first.',
      ),
      observed(contract, 'No NHS number is a 400 INVALID_RESOURCE_ID.', {
        request: 'GET /Patient/9000000008',
        answer: '400 INVALID_RESOURCE_ID',
      }),
      observed(contract, 'Whoever is unverified, inactive, dead, or registered for a time is not found, and the reason is not told.', {
        request: 'GET /Patient/9990001278',
        answer: '404 PATIENT_NOT_FOUND',
      }),
    ],
    updatePatientPermissions: [
      observed(contract, 'It was withdrawn in July 2024, and is there with `Prefer: contract=2023` alone.', {
        request: 'POST /Patient/9990001227',
        body: more,
        answer: '404 404',
      }),
      observed(contract, 'Only more can be asked for; the same is asked for once.', {
        request: 'POST /Patient/9000000009',
        headers: by2023,
        body: more,
        answer: '400 INVALID_UPDATE',
      }),
      unknown('The practice agrees after five days by the clock of the sandbox.'),
    ],
  },
} satisfies Fidelity<operations>;
