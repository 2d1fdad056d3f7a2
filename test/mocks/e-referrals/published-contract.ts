/** What our contract says otherwise than the published one, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'e-referrals-fhir.json';

export const explained: readonly Explanation[] = [
  {
    where: /request field \/parameter\[\]\/(value\w+|resource)\b/,
    why: 'Parameters are said once, with every kind of value: which one each operation takes of which is held to by rules, with codes of the service.',
  },
  {
    where: /^a0(16|34)\S*: request field \/(?!status|resourceType).*: only published/,
    why: 'What an appointment says when it is sent is held to by rules, with codes of the service.',
  },
  {
    where:
      /response 20\d field \/(extension|contained|concept|property|participant|payload|recipient|requester|sender|entry\[\]\/(resource|item|extension|search)|parameter\[\]\/resource)(\[\])?(\/.*)?: only published/,
    why: 'Ours says no more of what stands inside a resource than that it is an object: the published schemas have one for each place in each answer.',
  },
  { where: /response [45]\d\d field .*: only ours/, why: 'Published without a schema: the documented faults are outcomes, of one schema.' },
  { where: /response 406 field/, why: 'In plain text, though R4 documents an outcome.' },
  {
    where:
      /(\/(meta|identifier|coding|subject|specialty|category|slot|incomingReferral|reason|location|providedBy|type|characteristic|supportingInfo|\w*Reference|value(Coding|Identifier))(\[\])?\/[^ ]*|(value\w+)): only ours/,
    why: 'FHIR has these members of the elements that the published schemas narrow in each place.',
  },
  { where: /field \/(authoredOn|active): only ours/, why: 'The published examples have it, and the schemas do not.' },
  { where: /^a033\S*: response 200 field \/type/, why: 'Published as a list; the service tells one concept.' },
  {
    where: /field \/(total|resourceType|emptyReason\S*|timestamp): only ours/,
    why: 'Ours says it of every list and bundle, and the published schemas of some.',
  },
  {
    where: /^a004\S*: response 200 field \/(caseSensitive|experimental|version): only ours/,
    why: 'FHIR has these members of a list of codes.',
  },
  { where: /parameter header authorization/, why: 'OpenAPI ignores a header parameter of this name; ours is the security scheme.' },
  {
    where: /header content-(type|length): only published/,
    why: 'OpenAPI ignores a response header of this name, and HTTP says the other.',
  },
  { where: /header x-(request|correlation)-id: only ours/, why: 'Every answer has both, faults too.' },
  { where: /header x-(request|correlation)-id: only published/, why: 'Both stand in every answer, in plain text too.' },
  { where: /application\/fhir\+json: only ours/, why: 'The documented faults say no media type; they are outcomes.' },
  {
    where: /(text\/plain;charset=utf-8: only ours|application\/fhir\+json: only published)/,
    why: 'Media types are refused in plain text.',
  },
  { where: /^a0(26|31|32)\S*: response 412: only ours/, why: 'If-Match that is missing is 412 wherever it is demanded.' },
  {
    where: /^a02[89]\S*: parameter header nhsd-\S+: published required, ours optional/,
    why: 'An application may ask by itself, and is nobody’s function: of users both are demanded by rules.',
  },
  { where: /header etag: only ours/, why: 'What is versioned has it.' },
  { where: /^read-object: only ours/, why: 'An extension: the service’s files are elsewhere.' },
];

/** Sent as their parameters say, and no more. */
export const refused: readonly Explanation[] = [
  {
    where: /MISSING_HEADER/,
    why: 'The published example of the function is that of a clinician’s administrator, who has to name the clinician; a file has to have a name.',
  },
  { where: /^a011-create-referral .*INAPPROPRIATE_VALUE/, why: 'Its pathway starts in 2021, and may have started 365 days ago at most.' },
  {
    where: /^a034-update-appointment .*INAPPROPRIATE_VALUE/,
    why: 'Each names another appointment in its body than the example of the path.',
  },
];
