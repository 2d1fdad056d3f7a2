/** What our contract says otherwise than the published one, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'ods-terminology.json';

export const explained: readonly Explanation[] = [
  { where: / field .*: only ours$/, why: 'The published contract has no schema at all: bodies are told by examples and in words.' },
  {
    where: /^(look-up-concept|validate-code|expand-value-set): only ours$/,
    why: 'The paths at which the terminology server answers. Those that are printed are served beside them.',
  },
  {
    where:
      /^get-organization-resources: parameter query (_lastupdated|_revinclude|address|address-country:contains|address-country:exact|address-state|address-use|activerolecode:not|type|partof|phonetic|endpoint)( |:)/,
    why: 'The store takes them, and refuses every parameter that it does not know.',
  },
  {
    where: /^get-organizationAffiliation-resources: parameter query (_offset|identifier)( |:)/,
    why: 'Left out of the published list: the links to a next page carry the first, and the store takes the others.',
  },
  { where: /^get-deletion-notices: response 404/, why: 'A list of another name is not known.' },
  { where: /^search-codesystem: response 200 application\/fhir\+json/, why: 'A search without a code answers with code systems.' },
  {
    where:
      /^search-codesystem: (response 4XX application|parameter query (url|_summary))|^search-ods-organization-code: response 4XX application/,
    why: 'In what shape the terminology server refuses, and by what code systems are found, is left out of the published contract.',
  },
  { where: /: parameter query _format( |:)/, why: 'Both servers take it everywhere.' },
  { where: /^get-single-\w+: response 200 header (etag|last-modified)/, why: 'Answers to a read carry both.' },
];
