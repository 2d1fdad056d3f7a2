/** The addresses that the directory names its code systems, identifiers, profiles and extensions by. */
const service = 'https://digital.nhs.uk/services/organisation-data-service/CodeSystem';
const england = 'https://fhir.nhs.uk/England';
const ukCore = 'https://fhir.hl7.org.uk';

export const systems = {
  organisation: 'https://fhir.nhs.uk/Id/ods-organization-code',
  role: `${service}/ODSOrganisationRole`,
  relationship: `${service}/ODSRelationship`,
  recordClass: `${service}/ODSRecordClass`,
  recordUse: `${england}/CodeSystem/England-ODSRecordUseType`,
  periodType: `${england}/CodeSystem/England-PeriodType`,
  dateType: `${england}/CodeSystem/England-ODSDateTime`,
  roleInstance: `${service}/organization-role-instance`,
  relationshipInstance: `${service}/organization-relationship-instance`,
  succession: `${service}/succession`,
  geography: `${service}/geography-name`,
  postcode: `${service}/postcode`,
  practitioner: `${service}/practitioner`,
  practitionerRole: `${service}/practitioner-role`,
  practitionerRelationship: `${service}/practitioner-relationship-instance`,
  practitionerAttribute: `${service}/practitioner-additional-attribute`,
  addressKeyType: `${ukCore}/CodeSystem/UKCore-AddressKeyType`,
} as const;

export const extensions = {
  role: `${england}/StructureDefinition/Extension-England-OrganisationRole`,
  period: `${england}/StructureDefinition/Extension-England-TypedPeriod`,
  date: `${england}/StructureDefinition/Extension-England-TypedDateTime`,
  addressKey: `${ukCore}/StructureDefinition/Extension-UKCore-AddressKey`,
  expandedProperty: 'http://hl7.org/fhir/5.0/StructureDefinition/extension-ValueSet.expansion.contains.property',
  expandedInactive: 'http://ontoserver.csiro.au/profiles/expansion',
} as const;

export const profiles = {
  Organization: [`${ukCore}/StructureDefinition/UKCore-Organization`, `${england}/StructureDefinition/England-Organization-ODS`],
  OrganizationAffiliation: [
    `${ukCore}/StructureDefinition/UKCore-OrganizationAffiliation`,
    `${england}/StructureDefinition/England-OrganizationAffiliation-ODS`,
  ],
} as const;
