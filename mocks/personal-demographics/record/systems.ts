/** Names of the code systems and extensions that the Personal Demographics Service writes. */

const ukCore = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-';
const ukCoreCodes = 'https://fhir.hl7.org.uk/CodeSystem/UKCore-';

export const extensionUrl = {
  verification: `${ukCore}NHSNumberVerificationStatus`,
  nominatedPharmacy: `${ukCore}NominatedPharmacy`,
  preferredDispenser: `${ukCore}PreferredDispenserOrganization`,
  applianceSupplier: `${ukCore}MedicalApplianceSupplier`,
  deathNotification: `${ukCore}DeathNotificationStatus`,
  communication: `${ukCore}NHSCommunication`,
  contactPreference: `${ukCore}ContactPreference`,
  addressKey: `${ukCore}AddressKey`,
  otherContactSystem: `${ukCore}OtherContactSystem`,
  ethnicCategory: `${ukCore}EthnicCategory`,
  registeringAuthority: `${ukCore}RegisteringAuthority`,
  copyCorrespondence: 'https://fhir.nhs.uk/R4/StructureDefinition/Extension-UKCore-CopyCorrespondenceIndicator',
  contactRank: 'https://fhir.nhs.uk/R4/StructureDefinition/Extension-UKCore-ContactRank',
  birthPlace: 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace',
  removal: 'https://fhir.nhs.uk/StructureDefinition/Extension-PDS-RemovalFromRegistration',
} as const;

export const system = {
  nhsNumber: 'https://fhir.nhs.uk/Id/nhs-number',
  odsCode: 'https://fhir.nhs.uk/Id/ods-organization-code',
  confidentiality: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
  actReason: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
  contactRole: 'http://terminology.hl7.org/CodeSystem/v2-0131',
  removalReason: 'https://fhir.nhs.uk/CodeSystem/PDS-RemovalReasonExitCode',
  relationship: 'http://hl7.org/fhir/ValueSet/relatedperson-relationshiptype',
  additionalRole: 'https://fhir.nhs.uk/R4/CodeSystem/UKCore-AdditionalRelatedPersonRole',
  verification: `${ukCoreCodes}NHSNumberVerificationStatus`,
  deathNotification: `${ukCoreCodes}DeathNotificationStatus`,
  language: `${ukCoreCodes}HumanLanguage`,
  addressKeyType: `${ukCoreCodes}AddressKeyType`,
  contactMethod: `${ukCoreCodes}PreferredContactMethod`,
  writtenFormat: `${ukCoreCodes}PreferredWrittenCommunicationFormat`,
  otherContact: `${ukCoreCodes}OtherContactSystem`,
} as const;

/** Links in the official sandbox's bundles name the production host; those of this one lead back here, so that nobody goes live by one. */
export const productionBase = 'https://api.service.nhs.uk/personal-demographics/FHIR/R4';

/** Says on every resource that nobody real is meant (HL7 v3 ActReason). */
export const testDataTag = [{ system: system.actReason, code: 'HTEST', display: 'test health data' }] as const;
