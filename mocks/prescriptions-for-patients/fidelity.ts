/** What is known of the rules of this API, and where from. */
import type { operations } from '../../src/generated/prescriptions-for-patients.types.ts';
import { notedOn, type Fidelity } from '../../src/mock/fidelity.ts';

const day = '2026-11-30';
const url = 'https://github.com/NHSDigital/prescriptionsforpatients';
const code = { name: 'Source of the service', url };
const contract = { name: 'Published contract', url };
const spine = { name: 'Source of the Spine library', url: 'https://github.com/NHSDigital/eps-spine-shared' };
const tests = {
  name: 'Official regression tests',
  url: 'https://github.com/NHSDigital/electronic-prescription-service-api-regression-tests',
};
const { observed, inferred, unknown, different } = notedOn(day);

const of = (nhsNumber: string, answer: string) => ({ request: 'GET /Bundle', headers: { 'x-nhs-number': nhsNumber }, answer }) as const;

export default {
  compared: { ...contract, name: 'published contract', version: '0.0.1', on: day },
  answers: { 'prescriptions-for-patients-bundle': 'record', 'prescriptions-for-patients-metadata': 'rule' },
  everywhere: [
    observed(code, 'X-Request-ID becomes the id of the Bundle; one that is missing is told apart from one that is no UUID.', {
      request: 'GET /Bundle',
      headers: { 'X-Request-ID': 'mine' },
      answer: '400 INVALID_VALUE',
    }),
    observed(
      code,
      'The newer gateway names whoever is signed in by a number, the older one by P9: and the number; another proofing level is refused.',
      {
        request: 'GET /Bundle',
        headers: { 'nhsd-nhslogin-user': '9449304130', 'nhs-login-identity-proofing-level': 'P5' },
        answer: '400 INVALID_RESOURCE_ID',
      },
    ),
    different(
      code,
      'Where nothing says who is signed in, and access is not strict, it is the patient of the published examples.',
      'A token says it always.',
      { request: 'GET /Bundle', answer: '200' },
    ),
    observed(code, 'Who acts for somebody else and does not name them gets their own prescriptions, and no fault: the trace says so.'),
    different(
      code,
      'Where access is strict, whoever acts for somebody has to be a relative of theirs on record.',
      'The NHS App looks after that.',
    ),
    inferred(contract, 'Patients who have proved who they are (P9) are let in, and nobody else.'),
    different(code, 'The quota is that of the older path.', 'The newer one lets 20,000 a minute through.'),
  ],
  operations: {
    'prescriptions-for-patients-bundle': [
      observed(
        spine,
        'Prescriptions of the statuses 0001, 0002, 0003, 0006, 0007, 0008 and 9000 show, newest first, 25 at most; repeat dispensing never does.',
        of('9990000875', '200'),
      ),
      unknown('How far back Spine looks: a year here.'),
      observed(code, 'There is no Patient in it; total counts prescriptions alone.'),
      observed(code, 'An item that is approved or cancelled, and one that no pharmacy is named for, is left as Spine has it.'),
      inferred(
        code,
        'Spine has Not Dispensed for an item that was not dispensed or has expired, and knows no more of any other than that a pharmacy has it.',
      ),
      observed(
        code,
        'What the pharmacy says takes the place of With Pharmacy but Tracking not Supported, and stands behind anything else: the last history holds.',
      ),
      inferred(code, 'An item that was not dispensed, and of which nobody has said anything, is not said to be with a pharmacy.'),
      different(
        code,
        'Most pharmacies take part, drawn by the seed; whoever has sent an update does. FNT49 never does.',
        'A list of pharmacies says who does.',
      ),
      different(
        code,
        'Of a prescription of somebody’s record the pharmacy has said what the record must have come from.',
        'Nothing is known but what was sent.',
      ),
      observed(
        code,
        'A final status that is more than seven days old makes the item completed; until then it is active.',
        of('9990000883', '200'),
      ),
      observed(code, 'A pharmacy that sells at a distance has a web site instead of its address.', of('9990000832', '200')),
      different(
        tests,
        'Named patients stand for a look-up that fails, for a failure, for a time-out and for prescriptions that were invalidated.',
        'The numbers of the official ones are not public.',
        of('9990000859', '500 SERVER_ERROR'),
      ),
      observed(code, 'A call that takes longer than ten seconds is a 408.', of('9990000867', '408 TIMEOUT')),
      inferred(contract, 'References and ids are other ones for each request id.'),
      inferred(code, 'The code of a unit is told where a published document prints it.'),
    ],
  },
} satisfies Fidelity<operations>;
