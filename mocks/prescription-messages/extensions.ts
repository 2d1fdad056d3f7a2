/** Addresses of the extensions that prescriptions carry. */
const nhs = 'https://fhir.nhs.uk/StructureDefinition/Extension-';

export const extensions = {
  type: `${nhs}DM-PrescriptionType`,
  id: `${nhs}DM-PrescriptionId`,
  siteType: `${nhs}DM-PerformerSiteType`,
  responsible: `${nhs}DM-ResponsiblePractitioner`,
  history: `${nhs}DM-PrescriptionStatusHistory`,
  performer: `${nhs}DM-DispensingPerformer`,
  messageId: `${nhs}MessageHeader-messageId`,
  ofRepeat: `${nhs}EPS-RepeatInformation`,
  repeats: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-MedicationRepeatInformation',
} as const;
