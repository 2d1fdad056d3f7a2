/** What is known of the rules of this API, and where from. */
import type { operations } from '../../src/generated/custom-prescription-status-update.types.ts';
import { notedOn, type Fidelity } from '../../src/mock/fidelity.ts';

const day = '2026-11-30';
const url = 'https://github.com/NHSDigital/eps-prescription-status-update-api';
const code = { name: 'Source of the service', url };
const contract = { name: 'Published contract', url };
const { observed, inferred } = notedOn(day);

export default {
  compared: { ...contract, name: 'published contract', version: '0.0.1', on: day },
  answers: { 'format-1-prescription-status-update': 'rule' },
  everywhere: [
    observed(code, 'A message is turned into updates, which are checked and answered as those of the Prescription Status Update API.'),
    inferred(contract, 'Applications are let in by their key.'),
  ],
  operations: {
    'format-1-prescription-status-update': [
      observed(code, 'A message of another type than PrescriptionStatusChanged is acknowledged with 202, and ignored.', {
        request: 'POST /format-1',
        headers: { 'Content-Type': 'application/json' },
        body: {
          MessageType: 'PatientCreated',
          messageDate: '2025-12-31 09:15:00',
          prescriptionUUID: '490795-B83002-00001S',
          nHSCHI: '9449304130',
          oDSCode: 'Y23456',
          deliveryType: 'Not known',
          items: [],
        },
        answer: '202',
      }),
      observed(code, 'Whether what is ready is to collect or to dispatch follows from how it is delivered.'),
      observed(code, 'An item of a status that means none that patients see refuses the whole message.'),
      observed(code, 'The ids of the updates are made of what the message says: sent again, it is a conflict.'),
      inferred(code, 'Tasks are completed where the status has no possible follow-up, and in progress otherwise.'),
    ],
  },
} satisfies Fidelity<operations>;
