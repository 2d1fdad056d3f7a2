/** Directory of Healthcare Services: the query of a search index, evaluated over the premises of the population. */
import type { operations } from '../../src/generated/service-search.types.ts';
import { bodyOf } from '../../src/mock/any-call.ts';
import type { Mock } from '../../src/mock/mock.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { access, limits } from './access.ts';
import { dialect } from './dialect.ts';
import { askedInAddress, askedInBody } from './search/asked.ts';
import { search } from './search/find.ts';

export default {
  access,
  limits,
  dialect,
  // The version is a part of the address: another one is not found, whatever else is wrong.
  headerRules: ({ search: sent }) => (new URLSearchParams(sent).get('api-version') === '3' ? undefined : otherVersion),
  behaviours: {
    'search-GET': (call) => search(call, () => askedInAddress(call.query)),
    'search-POST': (call) => search(call, () => askedInBody(bodyOf(call))),
    'search-POST-at-search': (call) => search(call, () => askedInBody(bodyOf(call))),
  },
} satisfies Mock<operations>;

const otherVersion: Problem = { problem: 'not-found', message: 'There is version 3 alone.', said: { status: 404 } };
