/** Where access is strict, a request to show has a place for what its sender has to show: tokens and keys are handed out to nobody here. */
import { isOfSandbox } from '../../contract/group.ts';
import type { WantedCredential } from '../../plan/requests/credentials.ts';
import type { Settings } from '../../workspace/settings.ts';
import { isStrictlyAsked } from '../../workspace/strict-access.ts';
import type { Api, Match } from '../api.ts';
import { securityOf } from '../policies/credentials.ts';
import type { WireRequest } from './draft.ts';

const token = '<access token>';
const key = '<API key>';

export function withCredentials(
  request: WireRequest,
  asked: { readonly api: Api; readonly match?: Match },
  settings: Settings,
): WireRequest {
  if (!isStrictlyServed(asked.api, settings)) return request;
  const { alternatives, isOptional } = securityOf(asked);
  return isOptional ? request : (alternatives[0] ?? []).reduce(withCredential, request);
}

/** An official sandbox is open, whoever asks, and so is what comes with the sandbox. */
export function isStrictlyServed({ contract, mock }: Api, settings: Settings): boolean {
  const isOfficial = settings.compatibility !== undefined && mock?.compatibility?.[settings.compatibility] !== undefined;
  return isStrictlyAsked(settings, undefined) && !isOfficial && !isOfSandbox(contract.document['info']);
}

function withCredential(request: WireRequest, credential: WantedCredential): WireRequest {
  const { target, headers } = request;
  if (credential.type === 'unseen') return request;
  if (credential.type === 'token') return { ...request, headers: { ...headers, Authorization: `Bearer ${token}` } };
  const { in: place, name } = credential;
  if (place === 'query') return { ...request, target: `${target}${target.includes('?') ? '&' : '?'}${encodeURIComponent(name)}=${key}` };
  return { ...request, headers: { ...headers, ...(place === 'cookie' ? { Cookie: `${name}=${key}` } : { [name]: key }) } };
}
