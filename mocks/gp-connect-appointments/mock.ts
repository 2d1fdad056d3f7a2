/** GP Connect appointments: the gateway in front, and behind it the diary of the patient's practice. The rules stand in the files beside. */
import type { operations } from '../../src/generated/gp-connect-appointments.types.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { gatewayWishes, noEndpoint } from '../gp-practice/gateway.ts';
import { access } from './access.ts';
import { listAppointments } from './appointments/list.ts';
import { readAppointment } from './appointments/read.ts';
import { bookAppointment } from './booking/book.ts';
import { cancelAppointment } from './cancelling/cancel.ts';
import { problems } from './contract-faults.ts';
import { dialect } from './dialect.ts';
import { events } from './events.ts';
import { findSlots } from './slots/find.ts';

export default {
  access,
  dialect,
  events,
  problems,
  // Nobody keeps what is said about a patient, faults included.
  everyAnswer: () => ({ 'Cache-Control': 'no-store' }),
  wishes: gatewayWishes(noEndpoint),
  scope: 'gp-connect-appointments-management-fhir',
  behaviours: {
    'find-slots': findSlots,
    'book-appointment': bookAppointment,
    'list-appointments': listAppointments,
    'read-appointment': readAppointment,
    'cancel-appointment': cancelAppointment,
  },
} satisfies Mock<operations>;
