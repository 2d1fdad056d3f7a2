/** What is said of a request that no API here answers: what there is instead, in the words of the platform's own fault. */
import type { Problem } from '../mock/problem.ts';
import type { Api } from './api.ts';
import { controlPath } from './places.ts';

/** Bases that are named; a sandbox of more says how many. */
const named = 40;

/** `prefix` is that of the workspace which was asked. */
export function unserved(apis: readonly Api[], { pathname, prefix }: { readonly pathname: string; readonly prefix: string }): Problem {
  // One that answers at the root has a base of its own as well.
  const bases = apis.map(({ mounts }) => prefix + (mounts.at(-1) ?? ''));
  const more = bases.length > named ? ` and ${bases.length - named} more` : '';
  const serves = bases.length === 0 ? 'It serves no API' : `It serves: ${bases.slice(0, named).join(', ')}${more}`;
  return {
    problem: 'unknown-path',
    message: asksForToken.test(pathname)
      ? `The tokens of this sandbox are given at ${prefix}/oauth2/token. ${serves}; see ${prefix}${controlPath}/catalogue.`
      : `No API of this sandbox answers here. ${serves}; see ${prefix}${controlPath}/catalogue.`,
  };
}

/** Where the authorization servers of the NHS have their tokens, and the pages before them. */
const asksForToken = /^\/(?:oauth2(?:-mock)?|openam|token|authorize|userinfo|simulated-auth)(?:\/|$)/;
