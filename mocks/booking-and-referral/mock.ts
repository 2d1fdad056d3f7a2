/** The Booking and Referral Standard: the gateway in front, and behind it whoever is asked. The rules stand in the files beside. */
import type { operations } from '../../src/generated/booking-and-referral.types.ts';
import { stepped, type Mock } from '../../src/mock/mock.ts';
import { applicationsOnly } from '../../src/nhs/access-modes.ts';
import { booked, unbooked } from './bookings/bookings.ts';
import { capabilities, messageDefinitions } from './capabilities.ts';
import { entering } from './catalogue/entered.ts';
import { toldItem, toldList } from './catalogue/told.ts';
import { dialect } from './dialect.ts';
import { events } from './events.ts';
import { passOn } from './messages/pass-on.ts';
import { passedOn, takeMessage } from './messages/take-message.ts';
import { referred } from './referrals/referrals.ts';
import { searchSlots } from './slots/search.ts';
import { headerRules } from './target/checks.ts';

export default {
  access: applicationsOnly,
  dialect,
  events,
  headerRules,
  // The gateway's own fault says 401 of an application that is not subscribed.
  problems: (problem) => (problem.token === 'no-product' ? { ...problem, problem: 'forbidden' } : problem),
  behaviours: {
    getMeta: capabilities,
    getMessageDefinition: messageDefinitions,
    processMessage: stepped({
      sends: passOn,
      turn: (call, { sent }, otherwise) => (sent ? passedOn(call, sent) : takeMessage(call, otherwise)),
    }),

    getSlots: searchSlots,
    createAppointment: booked,
    updateAppointment: booked,
    patchAppointment: booked,
    deleteAppointment: unbooked,

    createReferral: referred,
    putReferral: referred,
    patchReferral: referred,

    getHealthcareServices: (call, otherwise) => toldList('HealthcareService', call, otherwise),
    getHealthcareService: (call) => toldItem('HealthcareService', call),
    createHealthcareService: (call, otherwise) => entering('HealthcareService', call, otherwise),
    replaceHealthcareService: (call, otherwise) => entering('HealthcareService', call, otherwise),
    deleteHealthcareService: (call, otherwise) => entering('HealthcareService', call, otherwise),

    getEndpoints: (call, otherwise) => toldList('Endpoint', call, otherwise),
    getEndpoint: (call) => toldItem('Endpoint', call),
    createEndpoint: (call, otherwise) => entering('Endpoint', call, otherwise),
    replaceEndpoint: (call, otherwise) => entering('Endpoint', call, otherwise),
    deleteEndpoint: (call, otherwise) => entering('Endpoint', call, otherwise),
  },
} satisfies Mock<operations>;
