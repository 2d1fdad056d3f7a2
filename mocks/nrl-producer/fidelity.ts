/** What is known of the rules of the producer's side of the record locator. */
import type { operations } from '../../src/generated/nrl-producer.types.ts';
import type { Fidelity, FidelityExample } from '../../src/mock/fidelity.ts';
import {
  about,
  asking,
  code,
  contract,
  day,
  different,
  headers,
  inferred,
  observed,
  ofBoth,
  scenarios,
  unknown,
} from '../record-locator/notes.ts';

const coded = (value: string, display: string) => ({ coding: [{ system: 'http://snomed.info/sct', code: value, display }] });
const organisation = (value: string) => ({ identifier: { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value } });
const england = 'https://fhir.nhs.uk/England';
const stability = { system: `${england}/CodeSystem/England-NRLContentStability`, code: 'static', display: 'Static' };

/** What is sent is a crisis plan of RJ11, but for what is said. */
const sending = (but: object, answer: string, request = 'POST /DocumentReference'): FidelityExample => ({
  request,
  headers: { ...headers, 'Content-Type': 'application/fhir+json;version=1' },
  body: {
    resourceType: 'DocumentReference',
    status: 'current',
    type: coded('736253002', 'Mental health crisis plan'),
    category: [coded('734163000', 'Care plan')],
    subject: { identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9278693472' } },
    author: [organisation('RJ11')],
    custodian: organisation('RJ11'),
    content: [
      {
        attachment: { contentType: 'application/pdf', url: 'https://documents.example.org/7.pdf' },
        format: {
          system: `${england}/CodeSystem/England-NRLFormatCode`,
          code: 'urn:nhs-ic:unstructured',
          display: 'Unstructured Document',
        },
        extension: [
          { url: `${england}/StructureDefinition/Extension-England-ContentStability`, valueCodeableConcept: { coding: [stability] } },
        ],
      },
    ],
    context: { practiceSetting: coded('788002001', 'Adult mental health service') },
    ...but,
  },
  answer,
});

const own = 'RJ11-7a1d3f0c-94be-4c62-8d35-0b6f2e91c7a8';
const theirs = '02V-1111111111-SearchDocRefTest';
const replacing = (value: string) => ({ relatesTo: [{ code: 'replaces', target: { identifier: { value } } }] });

export default {
  compared: { ...contract, name: 'published contract', version: '1.0.0 of 2026', on: day },
  answers: {
    createDocumentReference: 'rule',
    upsertDocumentReference: 'rule',
    updateDocumentReference: 'rule',
    deleteDocumentReference: 'rule',
    searchDocumentReference: 'record',
    searchPostDocumentReference: 'record',
    readDocumentReference: 'record',
    readDocument: 'record',
  },
  everywhere: ofBoth,
  operations: {
    upsertDocumentReference: [
      observed(
        code,
        'Served as in 2024: a pointer under an id of the producer’s own.',
        sending({ id: 'RJ11-own' }, '201 RESOURCE_CREATED', 'PUT /DocumentReference'),
      ),
      observed(
        code,
        'One that is there already is DUPLICATE_REJECTED.',
        sending({ id: 'RJ11-own' }, '409 DUPLICATE_REJECTED', 'PUT /DocumentReference'),
      ),
      unknown('The words of that refusal are the sandbox’s own.'),
    ],
    createDocumentReference: [
      observed(
        code,
        'The id is given here, and one that is sent is not looked at; Location has the path behind the gateway.',
        sending({}, '201 RESOURCE_CREATED'),
      ),
      observed(
        code,
        'Everything that its schema finds is told at once, an issue each, as MESSAGE_NOT_WELL_FORMED.',
        sending({ status: 'old' }, '400 MESSAGE_NOT_WELL_FORMED'),
      ),
      observed(
        code,
        'After that come missing members, members too many, and systems of identifiers, each with words of its own.',
        sending({ extra: 1 }, '400 INVALID_RESOURCE'),
      ),
      inferred(
        contract,
        'What 2026 asks for besides, author, context and format, is missing in the words of a schema.',
        sending({ author: undefined }, '400 MESSAGE_NOT_WELL_FORMED'),
      ),
      different(
        code,
        'Of what comes after, one issue is told: the first.',
        'The service of 2024 tells several of these at once.',
        sending({ category: [coded('1', 'None')] }, '400 INVALID_RESOURCE'),
      ),
      different(
        scenarios,
        'A number whose check digit is wrong is INVALID_NHS_NUMBER.',
        'The service fails with status 500 (NRL-765).',
        sending(
          { subject: { identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9278693473' } } },
          '400 INVALID_NHS_NUMBER',
        ),
      ),
      unknown('It is said before anybody asks whose the pointer is; and a valid number of nobody is taken.'),
      observed(scenarios, 'The custodian is the organisation that asks.', sending({ custodian: organisation('02V') }, '400 BAD_REQUEST')),
      observed(
        code,
        'The type is one that the organisation may use; codes that are no type are not.',
        sending({ type: coded('1', 'None') }, '403 AUTHOR_CREDENTIALS_ERROR'),
      ),
      observed(
        scenarios,
        'Each type has one category.',
        sending({ category: [coded('1102421000000108', 'Observations')] }, '400 BAD_REQUEST'),
      ),
      inferred(
        scenarios,
        'The display of a type is that of its table, in capitals or not: the scenario for it is written and not run.',
        sending({ type: coded('736253002', 'Plan') }, '400 BAD_REQUEST'),
      ),
      different(contract, 'Codes of imaging (NICIP) are types as in 2024.', 'The published contract of 2026 has SNOMED CT alone.'),
      inferred(contract, 'Each content says whether it may change; another extension may stand beside that, in either order.'),
      observed(code, 'An address that begins ssp:// wants one ASID of twelve digits in context.related.'),
      observed(
        scenarios,
        'What is replaced is there, of the same organisation, patient and type.',
        sending(replacing(theirs), '400 BAD_REQUEST'),
      ),
      observed(
        code,
        'All that is replaced is deleted for good in the same step.',
        sending(replacing('RJ11-own'), '201 RESOURCE_SUPERSEDED'),
      ),
      observed(
        code,
        'With supersede-ignore-delete-fail, what is not there may be replaced; with audit-dates-from-payload the date is that which is sent.',
      ),
      unknown('A second pointer with a master identifier that is known already is taken.'),
    ],
    updateDocumentReference: [
      observed(
        code,
        'The id in the path is asked for in the body before any rule.',
        sending({ id: theirs }, '400 BAD_REQUEST', `PUT /DocumentReference/${own}`),
      ),
      observed(
        code,
        'Whose it is comes before whether it is there.',
        sending({ id: 'X26-1' }, '403 AUTHOR_CREDENTIALS_ERROR', 'PUT /DocumentReference/X26-1'),
      ),
      observed(
        contract,
        'Type, subject, custodian and master identifier stay as they are, in the words of 2024, which held more.',
        sending({ id: own, masterIdentifier: { value: '1' } }, '400 BAD_REQUEST', `PUT /DocumentReference/${own}`),
      ),
      observed(
        code,
        'The date stays, whatever is sent.',
        sending({ id: own, date: '2020-01-01T00:00:00Z' }, '200 RESOURCE_UPDATED', `PUT /DocumentReference/${own}`),
      ),
    ],
    readDocumentReference: [
      observed(
        scenarios,
        'A pointer of another organisation, or of another part of one, is AUTHOR_CREDENTIALS_ERROR, whether it is there or not.',
        {
          request: `GET /DocumentReference/${theirs}`,
          headers,
          answer: '403 AUTHOR_CREDENTIALS_ERROR',
        },
      ),
    ],
    deleteDocumentReference: [
      observed(scenarios, 'So it is of a pointer that is to be deleted.', {
        request: `DELETE /DocumentReference/${theirs}`,
        headers,
        answer: '403 AUTHOR_CREDENTIALS_ERROR',
      }),
      observed(code, 'A pointer that is deleted leaves nothing: no history, and a read that does not find it.'),
    ],
    searchDocumentReference: [
      observed(code, 'Only pointers of the organisation that asks are found, those of its parts among them.', asking(about, '200')),
      observed(
        code,
        'A number that is none is INVALID_NHS_NUMBER, in other words than the consumer’s.',
        asking(about.replace('3472', '3473'), '400 INVALID_NHS_NUMBER'),
      ),
    ],
  },
} satisfies Fidelity<operations>;
