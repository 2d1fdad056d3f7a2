/** For the explanation of a request that was refused for who sends it: whom the gateway has seen, and how somebody is let in. */
import type { Application } from '../../mock/access.ts';
import type { Problem, TokenFault } from '../../mock/problem.ts';
import { demoApplication } from '../../workspace/applications/demo.ts';
import { note, type Incoming } from '../request/incoming.ts';

/** Nobody is known by what was shown. */
export function noteStranger(incoming: Incoming, { token }: Problem): void {
  if (token === undefined) return;
  note(incoming, whyNobody[token]);
  if (token !== 'no-product') note(incoming, token.endsWith('key') ? getKey(incoming) : getToken(incoming));
}

const whyNobody: Readonly<Record<TokenFault, string>> = {
  missing: 'Access is strict here, and no access token was shown.',
  malformed: 'Access is strict here, and what the Authorization header has is no access token.',
  unknown:
    'Access is strict here, and this workspace has granted no such token, or its application is gone or revoked. A reset forgets tokens.',
  expired: 'The access token has expired by the clock of this workspace.',
  'no-product':
    'The access token is good, and not for this API: the products or the scopes of its application name others; GET /_sandbox/applications tells them.',
  'missing-key': 'Access is strict here, and no API key was shown.',
  'unknown-key': 'Access is strict here, and no application of this workspace that may ask this API has the API key that was shown.',
};

/** The workspace that a command is for, where that is not the first one. */
const at = ({ url, prefix }: Incoming): string => (prefix === '' ? '' : ` --url ${url.origin}${prefix}`);

function getToken(incoming: Incoming): string {
  const application = incoming.workspace.applications.find(demoApplication.id) ? 'demo' : '<application>';
  return `To be let in, show one in "Authorization: Bearer": nhs-sandbox token --app ${application}${at(incoming)} gets it, or POST /_sandbox/tokens; for somebody who is signed in, with --as patient-p9 or --as 656005750104.`;
}

const getKey = (incoming: Incoming): string =>
  `To be let in, show the API key of an application: nhs-sandbox apps list${at(incoming)} tells them, and GET /_sandbox/applications.`;

/** Somebody is known, and may not do it. */
export function noteWhoAsks(incoming: Incoming): void {
  const { application } = incoming.caller;
  if (application) note(incoming, `By what was shown, this asks: ${inWords(application)}.`);
}

const inWords = ({ id, name, mode, proofing, nhsNumber, roles, scopes = [] }: Application): string =>
  [
    `the application ${JSON.stringify(name ?? id)} (${mode})`,
    proofing && `with the patient ${nhsNumber ?? ''} signed in, proved to ${proofing}`.replace('  ', ' '),
    roles && `with somebody signed in who has ${roles.length > 0 ? `the role ${roles.join(' or ')}` : 'no role'}`,
    scopes.length > 0 && `for ${scopes.slice(0, 5).join(' ')}`,
  ]
    .filter(Boolean)
    .join(', ');
