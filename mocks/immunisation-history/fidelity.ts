/** What is known of the rules of Immunisation History: one note for each, with where it was seen, or how the service has it otherwise. */
import type { operations } from '../../src/generated/immunisation-history.types.ts';
import { notedOn, type Fidelity } from '../../src/mock/fidelity.ts';

const day = '2026-11-29';
const contract = {
  name: 'Published contract',
  url: 'https://digital.nhs.uk/developer/api-catalogue/immunisation-history-fhir',
} as const;
const repository = 'https://github.com/NHSDigital/immunisation-history-api';
const gateway = { name: 'Published code of the service’s gateway', url: repository } as const;
const sandbox = { name: 'Official sandbox, published code', url: repository } as const;

const { observed, inferred, unknown, different } = notedOn(day);

const jane = 'patient.identifier=https://fhir.nhs.uk/Id/nhs-number|9000000009';
const include = '_include=Immunization:patient';
const asking = (query: string, answer = '400', headers: Record<string, string> = {}) => ({
  request: `GET /Immunization?${query}`,
  headers,
  answer,
});

export default {
  compared: { ...contract, name: 'published contract', version: 'FHIR R4', on: day },
  answers: { 'get-immunisation-history': 'record' },
  everywhere: [
    observed(sandbox, 'Faults have one issue with diagnostics and no details, of the code processing.'),
    observed(gateway, 'A token that is not accepted is a 401 of the code forbidden.'),
    observed(gateway, 'Whoever is signed in with another number, or below P9, is a 401: Unauthorized.'),
    observed(
      gateway,
      'AUTHORISED_TARGETS and X-Request-Url are headers of the gateway’s own: sent by a client they are a 404 in its own shape.',
      asking(`${jane}&${include}&immunization.target=FLU`, '404 invalid_request', { 'X-Request-Url': 'x' }),
    ),
    observed(gateway, 'An application has targets that it may ask for; `*` is refused with a 403 where access is strict.'),
    different(
      gateway,
      'The target is asked for before the leave for it: a wrong one is a 400 for everybody.',
      'Its gateway knows the targets first.',
    ),
  ],
  operations: {
    'get-immunisation-history': [
      different(
        contract,
        'Vaccinations are those of people’s records, with what clients of the Immunisation API record.',
        'It has stores of its own; its sandbox knows 9000000009 alone, with a fixed history.',
        asking(`${jane}&${include}&immunization.target=FLU`, '200'),
      ),
      observed(sandbox, 'The version is that of the Accept header, 1 where it names none, and comes back in the header version.'),
      observed(sandbox, 'A version that is neither 1 nor 2 is a 400.', asking(jane, '400', { Accept: 'application/fhir+json;version=3' })),
      observed(
        sandbox,
        'Exactly one of immunization.target and procedure-code:below is sent; the target in these very letters.',
        asking(`${jane}&${include}&immunization.target=COVID`),
      ),
      observed(
        sandbox,
        'Days are YYYY-MM-DD, the first not after the last.',
        asking(`${jane}&${include}&immunization.target=FLU&date.from=2025`),
      ),
      observed(sandbox, 'What was turned down is there, with status not-done and a reason.'),
      observed(sandbox, 'The person comes last, with number and date of birth, and does not count.'),
      observed(sandbox, 'Where the days leave nothing of what there is, the person is there all the same, with total 0.'),
      different(
        sandbox,
        'A request that names nobody is told what is missing.',
        'The official sandbox fails before it answers.',
        asking(`${include}&immunization.target=FLU`),
      ),
      different(sandbox, 'Version 2 tells of flu.', 'The official sandbox answers with an empty body.'),
      different(
        sandbox,
        'The system of the identifier and the check digit are looked at, and _include has to be there.',
        'The official sandbox looks at none of them.',
        asking(`patient.identifier=x|9000000009&${include}&immunization.target=FLU`),
      ),
      unknown(
        'Somebody who does not exist has an empty list.',
        asking(`patient.identifier=https://fhir.nhs.uk/Id/nhs-number|9990000417&${include}&immunization.target=FLU`, '200'),
      ),
      inferred(contract, 'Of who is restricted no place is told.'),
      unknown('What is found comes latest first.'),
    ],
  },
} satisfies Fidelity<operations>;
