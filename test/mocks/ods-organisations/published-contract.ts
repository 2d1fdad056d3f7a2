/** What our contract says otherwise than the published draft, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'ods-fhir-r4.json';

export const explained: readonly Explanation[] = [
  { where: / field .*: only ours$/, why: 'The draft has no schema at all: bodies are told by examples and in words.' },
  {
    where:
      /^(get-organization-affiliations|get-deletion-list|search-deletion-lists|look-up-concept|validate-code|expand-value-set): only ours$/,
    why: 'The paths at which the service answers: the draft prints OrganizationAffiliation, List and the operations otherwise. Those that it prints are served beside them, as deprecated.',
  },
  {
    where:
      /^get-organization-resources: parameter query (_lastupdated|_revinclude|_profile|_source|_security|_tag|_content|_text|address|address-country:contains|address-country:exact|address-state|address-use|activerolecode:not|type|partof|phonetic|endpoint)( |:)/,
    why: 'The store takes them, and refuses every parameter that it does not know.',
  },
  {
    where: /-resources: parameter query (_total|_sort|_elements)( |:)/,
    why: 'FHIR has them for every search; the draft leaves out how the total is asked for where a page does not tell it.',
  },
  { where: /^search-codesystem: response 200 application\/fhir\+json/, why: 'A search without a code answers with code systems.' },
  { where: /: response 200 application\/fhir\+xml/, why: 'Both servers answer in XML where `_format` asks for it.' },
  {
    where: /^search-codesystem: response 4XX application|^search-ods-organization-code: response 4XX application/,
    why: 'The draft leaves out in what shape its terminology server refuses.',
  },
  { where: /: parameter query _format( |:)/, why: 'Both servers take it everywhere.' },
  { where: /^get-single-\w+: response 200 header (etag|last-modified|content-location)/, why: 'Answers to a read carry these.' },
];
