/** What a caller shows to be let in, in words. */
import type { components } from '../../../generated/sandbox-control.types.ts';

type Wanted = components['schemas']['WantedCredential'];

/** Of one alternative, all of which has to be shown. */
export const wantedInWords = (all: readonly Wanted[]): string => all.map(oneInWords).join(' and ');

const places: Readonly<Record<NonNullable<Wanted['in']>, string>> = { header: 'header', query: 'query parameter', cookie: 'cookie' };

function oneInWords({ type, scopes = [], in: place = 'header', name, what }: Wanted): string {
  if (type === 'key') return `the API key of an application, in the ${places[place]} ${name}`;
  if (type === 'unseen') return `${what}`;
  const scope = scopes.length === 0 ? '' : `, of the ${scopes.length === 1 ? 'scope' : 'scopes'} ${scopes.join(' and ')}`;
  return `an access token in the header Authorization, after the word Bearer${scope}`;
}
