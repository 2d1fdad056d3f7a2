/** The Immunisation FHIR API: its own words for what is wrong, and that a search asks for something. */
import type { operations } from '../../src/generated/immunisation-fhir.types.ts';
import type { Mock } from '../../src/mock/mock.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { access, permissions } from './access.ts';
import { dialect } from './dialect.ts';

const nothingAsked: Problem = {
  problem: 'missing-value',
  message: 'No parameter provided. Search using either identifier or patient.identifier',
};

interface Search {
  readonly 'patient.identifier'?: unknown;
  readonly identifier?: unknown;
}

/** A contract can ask for each of two parameters, not for either. */
const whatIsAsked = (search: Search): Problem | undefined =>
  search['patient.identifier'] === undefined && search.identifier === undefined ? nothingAsked : undefined;

export default {
  access,
  permissions,
  dialect,
  behaviours: {
    searchImmunizationGet: ({ query }) => whatIsAsked(query),
    searchImmunizationPost: ({ body }) => whatIsAsked(body),
  },
} satisfies Mock<operations>;
