/** What our contract says otherwise than the published one, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'ods-terminology.json';

export const explained: readonly Explanation[] = [
  { where: / field .*: only ours$/, why: 'The published contract has no schema at all: bodies are told by examples and in words.' },
  {
    where: /^(search-deletion-notices|look-up-concept|validate-code|expand-value-set): only ours$/,
    why: 'The paths at which both servers answer: the operations of the terminology server are printed without their names. What is printed is served beside them.',
  },
  {
    where:
      /^get-organization-resources: parameter query (_lastupdated|_revinclude|_profile|_source|_security|_tag|_content|_text|address|address-country:contains|address-country:exact|address-state|address-use|activerolecode:not|type|partof|phonetic|endpoint)( |:)/,
    why: 'The store takes them, and refuses every parameter that it does not know.',
  },
  {
    where: /^get-organizationAffiliation-resources: parameter query (_offset|identifier|role|_lastupdated)( |:)/,
    why: 'Left out of the published list: the links to a next page carry the first, and the store takes the others.',
  },
  {
    where: /-resources: parameter query (_total|_sort|_elements)( |:)/,
    why: 'FHIR has them for every search; it is left out how the total is asked for where a page does not tell it.',
  },
  { where: /^get-deletion-notices: response 404/, why: 'A list of another name is not known.' },
  { where: /^search-codesystem: response 200 application\/fhir\+json/, why: 'A search without a code answers with code systems.' },
  { where: /: response 200 application\/fhir\+xml/, why: 'Both servers answer in XML where `_format` asks for it.' },
  {
    where:
      /^search-codesystem: (response 4XX application|parameter query (url|_summary))|^search-ods-organization-code: response 4XX application/,
    why: 'In what shape the terminology server refuses, and by what code systems are found, is left out; `_summary` is printed with three m.',
  },
  { where: /: parameter query _format( |:)/, why: 'Both servers take it everywhere.' },
  { where: /^get-single-\w+: response 200 header (etag|last-modified|content-location)/, why: 'Answers to a read carry these.' },
];
