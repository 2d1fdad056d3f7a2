/** Addresses that appointments of GP Connect are written with. */
const definition = 'https://fhir.nhs.uk/STU3/StructureDefinition';

export const appointmentProfile = `${definition}/GPConnect-Appointment-1`;
export const bookingOrganisation = `${definition}/Extension-GPConnect-BookingOrganisation-1`;
export const cancellationReason = `${definition}/Extension-GPConnect-AppointmentCancellationReason-1`;
export const practitionerRole = `${definition}/Extension-GPConnect-PractitionerRole-1`;
export const jobRoles = 'https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-SDSJobRoleName-1';
export const organisationTypes = 'https://fhir.nhs.uk/STU3/CodeSystem/GPConnect-OrganisationType-1';
