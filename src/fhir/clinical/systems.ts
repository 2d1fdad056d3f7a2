/** Addresses of code systems, identifiers and profiles, as documents of the NHS and of HL7 print them. */

export const system = {
  snomed: 'http://snomed.info/sct',
  loinc: 'http://loinc.org',
  ucum: 'http://unitsofmeasure.org',
  nhsNumber: 'https://fhir.nhs.uk/Id/nhs-number',
  ods: 'https://fhir.nhs.uk/Id/ods-organization-code',
  odsSite: 'https://fhir.nhs.uk/Id/ods-site-code',
  sdsUser: 'https://fhir.nhs.uk/Id/sds-user-id',
  sdsRole: 'https://fhir.nhs.uk/Id/sds-role-profile-id',
  ubrn: 'https://fhir.nhs.uk/Id/UBRN',
  prescription: 'https://fhir.nhs.uk/Id/prescription-order-number',
  prescriptionItem: 'https://fhir.nhs.uk/Id/prescription-order-item-number',
  uuid: 'https://tools.ietf.org/html/rfc4122',
  prescriptionStatus: 'https://fhir.nhs.uk/CodeSystem/task-businessStatus-nppt',
} as const;

/** A code system of HL7: FHIR R4 moved most of them to another address. */
const hl7 = (r4: string, stu3: string) => ({ R4: `http://terminology.hl7.org/CodeSystem/${r4}`, STU3: `http://hl7.org/fhir/${stu3}` });

export const hl7System = {
  actCode: hl7('v3-ActCode', 'v3/ActCode'),
  actReason: hl7('v3-ActReason', 'v3/ActReason'),
  nullFlavor: hl7('v3-NullFlavor', 'v3/NullFlavor'),
  participation: hl7('v3-ParticipationType', 'v3/ParticipationType'),
  interpretation: hl7('v3-ObservationInterpretation', 'v2/0078'),
  diagnosticService: hl7('v2-0074', 'v2/0074'),
  observationCategory: hl7('observation-category', 'observation-category'),
  courseOfTherapy: hl7('medicationrequest-course-of-therapy', 'medicationrequest-course-of-therapy'),
  medicationRequestCategory: hl7('medicationrequest-category', 'medication-request-category'),
  conditionCategory: hl7('condition-category', 'condition-category'),
  conditionClinical: hl7('condition-clinical', 'condition-clinical'),
  conditionVerification: hl7('condition-ver-status', 'condition-ver-status'),
  allergyClinical: hl7('allergyintolerance-clinical', 'allergy-clinical-status'),
  allergyVerification: hl7('allergyintolerance-verification', 'allergy-verification-status'),
  listEmptyReason: hl7('list-empty-reason', 'list-empty-reason'),
} as const;

export const ukCoreExtension = (name: string): string => `https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-${name}`;

/** Of the STU3 profiles that general practice records are told in. */
export const careConnectExtension = (name: string): string =>
  `https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-CareConnect-${name}-1`;
export const careConnectGpcExtension = (name: string): string =>
  `https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-${name}-1`;
export const stu3System = (name: string): string => `https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-${name}-1`;
