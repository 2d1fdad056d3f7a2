/** What a token may be for with nobody signed in: everything, where an application says nothing. */
import type { RegisteredApplication } from '../../workspace/applications/applications.ts';

const ofApplications = 'urn:nhsd:apim:app:level3:';

export const applicationScopes = ({ scopes = [`${ofApplications}*`] }: RegisteredApplication): readonly string[] =>
  scopes.filter((scope) => scope.startsWith(ofApplications));
