/** The prescribing side of electronic prescriptions: what is signed, ordered and cancelled. The rules stand in the files beside. */
import type { operations } from '../../src/generated/eps-prescribing.types.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { gatewayAccess } from '../electronic-prescriptions/access.ts';
import { capabilitiesOf } from '../electronic-prescriptions/capabilities.ts';
import { dialect, headerRules, ofOtherType } from '../electronic-prescriptions/dialect.ts';
import { sent, validated } from '../electronic-prescriptions/facade.ts';
import { events } from './events.ts';
import { convert, prepare } from './prepare.ts';
import { processMessage } from './process-message.ts';

const metadata = (call: AnyCall) =>
  sent(capabilitiesOf(call, 'ElectronicPrescriptionsPrescribing', ['prepare', 'process-message', 'validate', 'convert'], []));

export default {
  access: gatewayAccess('prescribing', { validate: 'all', metadata: 'all', 'fhir-metadata': 'all' }),
  dialect,
  headerRules,
  events,
  problems: (problem, call) => ofOtherType(problem, call, call.operation.id === 'validate' ? undefined : 'Bundle'),
  behaviours: {
    'prepare-prescription': prepare,
    'send-prescription-order-message': processMessage,
    'send-prescription-order-update-message': processMessage,
    validate: validated,
    convert,
    metadata,
    'fhir-metadata': metadata,
  },
} satisfies Mock<operations>;
