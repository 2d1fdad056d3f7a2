/** What is known of the rules of the directory, by operation of the first draft of its contract. */
import type { operations } from '../../src/generated/ods-organisations.types.ts';
import { notedOn, type Fidelity } from '../../src/mock/fidelity.ts';
import {
  capability,
  codeSystemSearch,
  day,
  deletions,
  draft,
  everywhere,
  expansions,
  lookUps,
  organisationRead,
  organisationSearch,
  relationships,
  validations,
} from '../organisation-directory/notes.ts';

const { different } = notedOn(day);

export default {
  compared: { ...draft, name: 'published draft', version: 'FHIR R4', on: day },
  everywhere,
  answers: {
    'get-organization-resources': 'record',
    'get-single-organization': 'record',
    'get-organization-affiliations': 'record',
    'get-organizationaffiliation-resources': 'record',
    'get-single-organizationaffiliation': 'record',
    'get-deletion-list': 'record',
    'get-deletion-notices': 'record',
    'search-deletion-lists': 'record',
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
    'get-organization-affiliations': relationships,
    'get-organizationaffiliation-resources': [
      different(draft, 'The path and the parameter are served as the draft spells them, besides.', 'The service knows neither.', {
        request: 'GET /Organizationaffiliation?primary-organisation=G81086',
        answer: '200',
      }),
    ],
    'get-deletion-list': deletions,
    'get-deletion-notices': [
      different(draft, 'The path is served as the draft prints it, without its second slash, besides.', 'The service does not know it.', {
        request: 'GET /ListOrganization-deletion',
        answer: '200',
      }),
    ],
    'search-codesystem': codeSystemSearch,
    'look-up-concept': lookUps,
    'validate-code': validations,
    'expand-value-set': expansions,
    'get-capability-statement': capability,
  },
} satisfies Fidelity<operations>;
