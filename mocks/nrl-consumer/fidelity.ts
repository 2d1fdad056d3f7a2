/** What is known of the rules of the consumer's side of the record locator. */
import type { operations } from '../../src/generated/nrl-consumer.types.ts';
import type { Fidelity } from '../../src/mock/fidelity.ts';
import { about, asking, code, contract, day, headers, inferred, observed, ofBoth, scenarios } from '../record-locator/notes.ts';

export default {
  compared: { ...contract, name: 'published contract', version: '1.0.0 of 2026', on: day },
  answers: {
    searchDocumentReference: 'record',
    searchPostDocumentReference: 'record',
    countDocumentReference: 'record',
    readDocumentReference: 'record',
    readDocument: 'record',
  },
  everywhere: ofBoth,
  operations: {
    searchDocumentReference: [
      observed(
        scenarios,
        'A number that is no NHS number is INVALID_NHS_NUMBER, whoever has it.',
        asking(about.replace('3472', '3473'), '400 INVALID_NHS_NUMBER'),
      ),
      inferred(code, 'A valid number of nobody has no pointers, and is no mistake.'),
      observed(
        scenarios,
        'A custodian narrows a search; parts of it are among what is found.',
        asking(`${about}&custodian:identifier=https://fhir.nhs.uk/Id/ods-organization-code|02V`, '200'),
      ),
      observed(contract, 'With _summary=count there is a total and no entry.', asking(`${about}&_summary=count`, '200')),
      observed(code, 'Results are those of types that the organisation may see; whose they are does not matter.'),
    ],
    countDocumentReference: [
      observed(code, 'Served as in 2024, though the contract of 2026 has it no more; it takes no type and no custodian.'),
      observed(scenarios, 'A number that is none is INVALID_IDENTIFIER_VALUE here.', {
        request: `GET /DocumentReference/_count?${about}0`,
        headers,
        answer: '400 INVALID_IDENTIFIER_VALUE',
      }),
    ],
    readDocumentReference: [
      observed(code, 'A pointer is looked for first, and then whether its type may be seen: another one is ACCESS DENIED.'),
      observed(scenarios, 'An id may be percent-encoded.', {
        request: 'GET /DocumentReference/RX898%7C001-1234567890-ReadDocRefUrlEncoded',
        headers,
        answer: '200',
      }),
    ],
  },
} satisfies Fidelity<operations>;
