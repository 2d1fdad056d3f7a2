/** What our contract says otherwise than the published one, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'e-referrals-fhir.json';

export const explained: readonly Explanation[] = [
  {
    where: / field \/?/,
    why: 'Resources and Parameters are said loosely, and held to by rules: the published schemas have one for each place in each operation.',
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
  { where: /response 412: only ours$/, why: 'What wants a version is answered so without one; these operations do not say it.' },
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
