/**
 * FHIR search parameters, with the elements they look at and their type (HL7 FHIR R4 and STU3, SearchParameter registry). One table for
 * every resource, since an element that a resource does not have holds nothing; where one name differs by resource, all are listed.
 */

export type ParameterType = 'token' | 'reference' | 'date' | 'string' | 'number' | 'quantity' | 'uri';

export interface FhirParameter {
  readonly type: ParameterType;
  readonly paths: readonly string[];
  /** Contact points of this system only. */
  readonly system?: 'phone' | 'email';
}

/** `name: path | path`; a name alone looks at the element of that name. */
const table: Readonly<Record<ParameterType, string>> = {
  token: `
    _id: id; _tag: meta.tag; _security: meta.security; identifier; status; active; code: code | medicationCodeableConcept; type; category; class; intent; priority; gender: gender | patient.gender;
    language: communication.language | language | communication; deceased: deceasedBoolean; telecom; business-status: businessStatus; appointment-type: appointmentType;
    service-type: serviceType | type; service-category: serviceCategory | category; specialty; vaccine-code: vaccineCode; target-disease: protocolApplied.targetDisease;
    reason-code: reasonCode | reason; status-reason: statusReason; lot-number: lotNumber; clinical-status: clinicalStatus; verification-status: verificationStatus | verification;
    severity: severity | reaction.severity; body-site: bodySite; criticality; group-identifier: groupIdentifier; requisition; role: code | role; connection-type: connectionType; payload-type: payloadType;
    primary: coding; setting: context.practiceSetting; facility: context.facilityType; event: context.event; contenttype: content.attachment.contentType; format: content.format;
    security-label: securityLabel; doc-status: docStatus; relation: relatesTo.code; medium; outcome; participant-type: participant.type; part-status: participant.status; location-type: location.type;
    context-type: useContext.code; jurisdiction; method; sent-by: sender.identifier; dispense-status: status; interpretation; value-concept: valueCodeableConcept; manifestation: reaction.manifestation; component-code: component.code; combo-code: code | component.code; notgiven: notGiven; performer-type: performerType;
    series: protocolApplied.series; confidentiality: confidentiality; kind; derived-type: derivedFrom.type`,
  reference: `
    patient: patient | subject | for | beneficiary | participant.actor | individual; subject: subject | patient | for; beneficiary: beneficiary | subject; subscriber; encounter: encounter | context | context.encounter;
    context: context | encounter; performer: performer.actor | performer; author; requester: requester | requester.agent; recorder; asserter; owner; focus; based-on: basedOn; part-of: partOf; partof: partOf;
    schedule; actor: participant.actor | actor; practitioner: practitioner | participant.actor | participant.individual; location: location | location.location | participant.actor; slot;
    organization: organization | managingOrganization | serviceProvider | providedBy | organisation; general-practitioner: generalPractitioner | careProvider; primary-organization: organization; participating-organization: participatingOrganization;
    endpoint; provided-by: providedBy; provider; custodian; authenticator; source; destination; recipient; sender; payor; insurer; manufacturer; device; specimen; medication: medicationReference;
    intended-dispenser: dispenseRequest.performer; intended-performer: performer; receiver; responsible; prescription: authorizingPrescription; supporting-info: supportingInfo; incoming-referral: incomingReferral;
    service-provider: serviceProvider; episode-of-care: episodeOfCare; composition: entry.resource; message: entry.resource; instantiates-canonical: instantiatesCanonical; related-ref: context.related;
    relatesto: relatesTo.target; condition: addresses | reasonReference | diagnosis.condition; reason-reference: reasonReference; evaluator; target; data; result; link: link.other | link.target; has-member: hasMember; replaces; questionnaire; individual: participant.individual; participant: participant.individual | participant.member | participant; account; coverage-area: coverageArea; healthcareservice: healthcareService; service: healthcareService`,
  date: `
    _lastUpdated: meta.lastUpdated; birthdate: birthDate; death-date: deceasedDateTime; authored-on: authoredOn; authoredon: authoredOn; authored: authoredOn | authored; created; recorded; issued; sent; received; modified: lastModified;
    date: date | occurrenceDateTime | occurrencePeriod | authoredOn | effectiveDateTime | effectivePeriod | created | period | recorded | recordedDate | assertedDate | start | performedDateTime | performedPeriod | issued | dateTime | timestamp;
    start; end; period; occurrence: occurrenceDateTime | occurrencePeriod; onset-date: onsetDateTime | onsetPeriod; abatement-date: abatementDateTime; recorded-date: recordedDate; asserted-date: assertedDate; effective: effectiveDateTime | effectivePeriod; collected: collection.collectedDateTime | collection.collectedPeriod; onset: reaction.onset | onsetDateTime; expiration-date: expirationDate;
    effective-time: effectiveDateTime | effectivePeriod; whenhandedover: whenHandedOver; whenprepared: whenPrepared; indexed; timestamp; last-change-date: meta.lastUpdated; lastchangedate: meta.lastUpdated; planning-horizon: planningHorizon; start-date: startDate; target-date: target.dueDate; reaction-date: reaction.date; requested-period: requestedPeriod`,
  string: `
    name: name | alias; family: name.family; given: name.given; address; address-city: address.city; address-country: address.country; address-state: address.state;
    address-postalcode: address.postalCode; address-postcode: address.postalCode; address-line: address.line; title; description; display; publisher; comment; series-name: series; phonetic: name`,
  number: 'probability: prediction.probabilityDecimal; sequence; duration: length',
  quantity: 'value-quantity: valueQuantity; dose-quantity: doseQuantity; quantity; length',
  uri: '_profile: meta.profile; _source: meta.source; url; instantiates-uri: instantiatesUri; derived-from: derivedFrom; definition: definition | definitionUri; system; version',
};

const known: ReadonlyMap<string, FhirParameter> = new Map<string, FhirParameter>([
  ...(Object.entries(table) as [ParameterType, string][]).flatMap(([type, lines]) =>
    // keys of a literal
    lines.split(';').map((line): readonly [string, FhirParameter] => {
      const [name = '', paths] = line.trim().split(/:\s*/);
      return [name.toLowerCase(), { type, paths: paths?.split('|').map((path) => path.trim()) ?? [name] }];
    }),
  ),
  ['phone', { type: 'token', paths: ['telecom'], system: 'phone' }],
  ['email', { type: 'token', paths: ['telecom'], system: 'email' }],
]);

/** Which of its days `date` means, where a type has others too: those on which it was written down, booked or sent. */
const dates: Readonly<Record<string, readonly string[]>> = {
  AllergyIntolerance: ['recordedDate', 'assertedDate'],
  Appointment: ['start'],
  CarePlan: ['period'],
  DiagnosticReport: ['effectiveDateTime', 'effectivePeriod'],
  Encounter: ['period'],
  Flag: ['period'],
  Immunization: ['occurrenceDateTime', 'date'],
  Observation: ['effectiveDateTime', 'effectivePeriod'],
  Procedure: ['performedDateTime', 'performedPeriod'],
  Schedule: ['planningHorizon'],
};

/** `type` of resource, where it is known. */
export function fhirParameter(name: string, type?: string): FhirParameter | undefined {
  const parameter = known.get(name.toLowerCase());
  const paths = parameter && name.toLowerCase() === 'date' ? dates[type ?? ''] : undefined;
  return parameter && paths ? { ...parameter, paths } : parameter;
}
