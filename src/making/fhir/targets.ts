/** Which type of FHIR resource a reference names, by the words of its place: `subject` is a Patient. */
const TARGETS: readonly (readonly [RegExp, string])[] = [
  [/patient|subject|beneficiary|recipient/i, 'Patient'],
  [/organi[sz]ation|provider|custodian|performerorg|owner|receiver|sender/i, 'Organization'],
  [/practitionerrole/i, 'PractitionerRole'],
  [/practitioner|requester|performer|author|recorder|participant|actor|agent|asserter/i, 'Practitioner'],
  [/location/i, 'Location'],
  [/encounter/i, 'Encounter'],
  [/schedule/i, 'Schedule'],
  [/slot/i, 'Slot'],
  [/specimen/i, 'Specimen'],
  [/device/i, 'Device'],
  [/medication/i, 'Medication'],
  [/questionnaire/i, 'Questionnaire'],
  [/appointment/i, 'Appointment'],
  [/(service|referral)request|basedon/i, 'ServiceRequest'],
];

/** The nearest word decides. */
export function targetOf(words: readonly string[]): string | undefined {
  return words
    .toReversed()
    .map((word) => TARGETS.find(([pattern]) => pattern.test(word))?.[1])
    .find((type) => type !== undefined);
}
