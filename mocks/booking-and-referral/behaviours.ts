/** What each operation does, in the words of its contract. */
import type { operations } from '../../src/generated/booking-and-referral.types.ts';
import { stepped, type Mock } from '../../src/mock/mock.ts';
import { byPatient } from './bookings/by-patient.ts';
import { booked, unbooked } from './bookings/bookings.ts';
import { capabilities, messageDefinitions } from './capabilities.ts';
import { entering } from './catalogue/entered.ts';
import { createTemplate, deleteTemplate, listTemplates, replaceTemplate } from './catalogue/templates.ts';
import { toldItem, toldList } from './catalogue/told.ts';
import { passOn } from './messages/pass-on.ts';
import { passedOn, takeMessage } from './messages/take-message.ts';
import { located } from './pointers/located.ts';
import { referred } from './referrals/referrals.ts';
import { searchSlots } from './slots/search.ts';

export const behaviours = {
  getMeta: capabilities,
  getMessageDefinition: messageDefinitions,
  processMessage: stepped({
    sends: passOn,
    relays: true,
    turn: (call, { sent }, otherwise) => (sent ? passedOn(call, sent) : takeMessage(call, otherwise)),
  }),

  getSlots: searchSlots,
  getBookingByPatient: byPatient,
  createAppointment: booked,
  updateAppointment: booked,
  patchAppointment: booked,
  deleteAppointment: unbooked,

  getReferralByPatient: byPatient,
  createReferral: referred,
  putReferral: referred,
  patchReferral: referred,

  createDocumentReference: located,
  updateDocumentReference: located,
  deleteDocumentReference: located,

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

  getEndpointTemplates: listTemplates,
  createEndpointTemplate: createTemplate,
  replaceEndpointTemplate: replaceTemplate,
  deleteEndpointTemplate: deleteTemplate,
} satisfies Mock<operations>['behaviours'];
