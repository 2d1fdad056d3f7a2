/** Both searches of the store, and what is asked for beside their matches. */
import { isArray } from '../../../src/contract/json.ts';
import { askedIn, type AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import type { OrganisationRelationship } from '../../../src/organisation-register.ts';
import { directoryOf, type Directory } from '../directory.ts';
import { affiliationOf } from '../resources/affiliation.ts';
import { organizationOf } from '../resources/organization.ts';
import { matching, type SearchParameters } from './criteria.ts';
import { pageOf } from './page.ts';
import { organisationParameters, relationshipParameters } from './parameters.ts';
import { sorted } from './sort.ts';

const primary = 'OrganizationAffiliation:primary-organization';
const participating = 'OrganizationAffiliation:participating-organization';

export function searchOrganisations(call: AnyCall) {
  const directory = directoryOf(call);
  const matches = found(call, directory.organisations(), organisationParameters(call, directory));
  const ends = endsAsked(call, '_revinclude');
  if (isProblem(matches)) return matches;
  if (isProblem(ends)) return ends;
  return pageOf(call, {
    matches,
    tell: (listed) => organizationOf(call, directory, listed),
    included: (page) => {
      const of = page.flatMap(({ code }) => [
        ...(ends.has(primary) ? directory.stated(code) : []),
        ...(ends.has(participating) ? directory.statedOf(code) : []),
      ]);
      return [...new Set(of)].map((relationship) => affiliationOf(call, directory, relationship));
    },
  });
}

export function searchRelationships(call: AnyCall) {
  const directory = directoryOf(call);
  const matches = found(call, relationshipsAsked(call, directory), relationshipParameters(directory));
  const ends = endsAsked(call, '_include');
  if (isProblem(matches)) return matches;
  if (isProblem(ends)) return ends;
  return pageOf(call, {
    matches,
    tell: (relationship) => affiliationOf(call, directory, relationship),
    included: (page) => {
      const codes = page.flatMap(({ from, to }) => [...(ends.has(primary) ? [from] : []), ...(ends.has(participating) ? [to] : [])]);
      const found = [...new Set<string>(codes)].map((code) => directory.organisation(code)).filter((listed) => listed !== undefined);
      return found.map((listed) => organizationOf(call, directory, listed));
    },
  });
}

function found<Item>(call: AnyCall, items: readonly Item[], parameters: SearchParameters<Item>): readonly Item[] | Problem {
  const matches = matching(call, items, parameters);
  return isProblem(matches) ? matches : sorted(call, matches, parameters);
}

/** Most ask for those of one organisation, and those are at hand. */
function relationshipsAsked({ query }: AnyCall, directory: Directory): readonly OrganisationRelationship[] {
  const code = (name: string): string | undefined =>
    typeof query[name] === 'string' && /^[A-Z0-9]+$/.test(query[name]) ? query[name] : undefined;
  const from = code('primary-organization');
  if (from !== undefined) return directory.stated(from);
  const to = code('participating-organization');
  return to === undefined ? directory.relationships() : directory.statedOf(to);
}

function endsAsked(call: AnyCall, name: '_include' | '_revinclude'): ReadonlySet<string> | Problem {
  const value = askedIn(call)[name];
  const asked = (value === undefined ? [] : isArray(value) ? value : [value]).map((end) => String(end).replace(/:Organization$/, ''));
  const wrong = asked.find((end) => end !== primary && end !== participating);
  if (wrong === undefined) return new Set(asked);
  const diagnostics = `HAPI-2015: Invalid ${name} parameter value: "${wrong}". Valid values are: [${participating}, ${primary}]`;
  return { problem: 'invalid-value', message: diagnostics, said: { diagnostics } };
}
