/** The organisation directory with its terminology server: the store's searches and reads, and what the codes stand for. */
import type { operations } from '../../src/generated/ods-terminology.types.ts';
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
    'get-organizationAffiliation-resources': answers.searchRelationships,
    'get-single-organizationaffiliation': answers.readRelationship,
    'get-deletion-notices': answers.readDeletions,
    'search-deletion-notices': answers.searchDeletions,
    'search-codesystem': answers.searchCodeSystems,
    'look-up-concept': answers.lookUp,
    'validate-code': answers.validateCode,
    'expand-value-set': answers.expand,
    'search-ods-organization-code': answers.expand,
    'get-capability-statement': answers.capability,
  },
} satisfies Mock<operations>;
