/** What kinds of organisations receive by MESH: nothing, where none is said. The ids are made up, but for those of the official sandbox, which stand with its mailboxes. */
import type { Organisation } from '../../../src/population.ts';

export const receivedBy: Readonly<Partial<Record<Organisation['kind'], readonly string[]>>> = {
  'gp-practice': ['SANDBOX_DISCHARGE_SUMMARY', 'SANDBOX_OUTPATIENT_LETTER', 'SANDBOX_PATHOLOGY_REPORT', 'SANDBOX_REFERRAL_ACK'],
  pharmacy: ['SANDBOX_PHARMACY_REFERRAL', 'SANDBOX_DISCHARGE_SUMMARY'],
  trust: ['SANDBOX_REFERRAL', 'SANDBOX_PATHOLOGY_REQUEST', 'SANDBOX_DISCHARGE_SUMMARY_ACK'],
  icb: ['SANDBOX_ACTIVITY_RETURN'],
  region: ['SANDBOX_ACTIVITY_RETURN'],
  'sub-icb-location': ['SANDBOX_ACTIVITY_RETURN'],
  dentist: ['SANDBOX_REFERRAL_ACK'],
  optician: ['SANDBOX_REFERRAL_ACK'],
  'urgent-treatment-centre': ['SANDBOX_REFERRAL'],
};

/** No mailbox receives it, and a message of it is refused by report wherever access is open, too. */
export const unregisteredWorkflow = 'UNREGISTERED_WORKFLOW';

/** Registrations of births and deaths, which only the registrars' own route carries. */
export const isCivilRegistration = (workflow: string): boolean => workflow.startsWith('ONS_CIVIL_REGISTRATION');
