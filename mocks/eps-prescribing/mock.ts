/** Electronic prescriptions, the prescriber's side: what is signed, ordered and cancelled. */
import type { operations } from '../../src/generated/eps-prescribing.types.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { dialect, inOwnWords } from '../prescription-messages/dialect.ts';
import { access } from './access.ts';
import { capabilities } from './capabilities.ts';
import { events } from './events.ts';
import { convert, prepare, validate } from './prepare.ts';
import { processMessage } from './process-message.ts';

export default {
  access,
  dialect,
  events,
  problems: inOwnWords,
  behaviours: {
    'prepare-prescription': prepare,
    'process-message': processMessage,
    'send-prescription-order-message': processMessage,
    'send-prescription-order-update-message': processMessage,
    validate,
    convert,
    metadata: capabilities,
    'fhir-metadata': capabilities,
  },
} satisfies Mock<operations>;
