/** The first draft of the organisation directory: what the directory does, at the paths that the draft prints and at those of the service. */
import type { operations } from '../../src/generated/ods-organisations.types.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { keyHolders } from '../../src/nhs/access-modes.ts';
import { hapiDialect } from '../../src/nhs/hapi-dialect.ts';
import { answers } from '../organisation-directory/answers.ts';
import { limits } from '../organisation-directory/limits.ts';

export default {
  access: keyHolders,
  dialect: hapiDialect,
  limits,
  refusesUnknownParameters: true,
  behaviours: {
    'get-organization-resources': answers.searchOrganisations,
    'get-single-organization': answers.readOrganisation,
    'get-organization-affiliations': answers.searchRelationships,
    'get-organizationaffiliation-resources': answers.searchRelationships,
    'get-single-organizationaffiliation': answers.readRelationship,
    'get-deletion-list': answers.readDeletions,
    'get-deletion-notices': answers.readDeletions,
    'search-deletion-lists': answers.searchDeletions,
    'search-codesystem': answers.searchCodeSystems,
    'look-up-concept': answers.lookUp,
    'validate-code': answers.validateCode,
    'expand-value-set': answers.expand,
    'search-ods-organization-code': answers.expand,
    'get-capability-statement': answers.capability,
  },
} satisfies Mock<operations>;
