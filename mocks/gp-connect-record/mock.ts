/** GP Connect access record: what a practice has recorded of a patient, for the patient to read. The rules stand in the folders beside. */
import type { operations } from '../../src/generated/gp-connect-record.types.ts';
import { bodyOf } from '../../src/mock/any-call.ts';
import type { JsonObject } from '../../src/contract/contract.ts';
import type { Mock } from '../../src/mock/mock.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { gatewayWishes, noEndpoint } from '../gp-practice/gateway.ts';
import { patientNotFound } from '../gp-practice/faults.ts';
import { settingsOf } from '../gp-practice/practices.ts';
import { onlinePatient } from '../gp-practice/registered.ts';
import { access } from './access.ts';
import { dialect, problems } from './dialect.ts';
import { findPatient, readDocument, searchDocuments } from './documents/documents.ts';
import { structuredRecord } from './structured/bundle.ts';
import { numberAsked, readAsked } from './structured/parameters.ts';

export default {
  dialect,
  scope: 'gp-connect-access-record-fhir',
  access,
  problems,
  wishes: gatewayWishes(noEndpoint),
  behaviours: {
    'get-structured-record': (call) => {
      const number = numberAsked(bodyOf(call));
      if (typeof number !== 'string') return number;
      const patient = onlinePatient(call, number, { service: 'record', takesConsent: true });
      if ('problem' in patient) return patient;
      const asked = readAsked(call, bodyOf(call), settingsOf(patient.practice).keeps);
      if ('problem' in asked) return asked;
      const record = call.population.record(number);
      if (!record) return patientNotFound;
      const { current, historical, effectiveDate } = patient.access;
      call.note(`The patient may see ${current} of what is dated ${effectiveDate} or later, and ${historical} of what is older.`);
      return told(structuredRecord(call, patient, record, asked));
    },
    'get-document-patient': (call) => told(findPatient(call, call.path.id)),
    'search-document': (call) => told(searchDocuments(call, call.path.id)),
    'get-document': (call) => told(readDocument(call, call.path.id, call.query.patientNHSNumber)),
  },
} satisfies Mock<operations>;

function told(answer: JsonObject | Problem): { readonly status: 200; readonly rendered: string } | Problem {
  return isFault(answer) ? answer : { status: 200, rendered: JSON.stringify(answer) };
}

const isFault = (answer: JsonObject | Problem): answer is Problem => !('resourceType' in answer);
