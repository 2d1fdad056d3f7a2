/** What is known of the rules of the organisation directory, by operation. */
import type { operations } from '../../src/generated/ods-terminology.types.ts';
import type { Fidelity } from '../../src/mock/fidelity.ts';
import {
  capability,
  codeSystemSearch,
  contract,
  day,
  deletions,
  everywhere,
  expansions,
  lookUps,
  organisationRead,
  organisationSearch,
  relationships,
  validations,
} from '../organisation-directory/notes.ts';

export default {
  compared: { ...contract, name: 'published contract', version: '2026-03', on: day },
  everywhere,
  answers: {
    'get-organization-resources': 'record',
    'get-single-organization': 'record',
    'get-organizationAffiliation-resources': 'record',
    'get-single-organizationaffiliation': 'record',
    'get-deletion-notices': 'record',
    'search-deletion-notices': 'record',
    'search-codesystem': 'rule',
    'look-up-concept': 'record',
    'validate-code': 'record',
    'expand-value-set': 'record',
    'search-ods-organization-code': 'record',
    'get-capability-statement': 'rule',
  },
  operations: {
    'get-organization-resources': organisationSearch,
    'get-single-organization': organisationRead,
    'get-organizationAffiliation-resources': relationships,
    'get-deletion-notices': deletions,
    'search-codesystem': codeSystemSearch,
    'look-up-concept': lookUps,
    'validate-code': validations,
    'expand-value-set': expansions,
    'get-capability-statement': capability,
  },
} satisfies Fidelity<operations>;
