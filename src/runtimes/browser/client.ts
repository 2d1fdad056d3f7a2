/** `nhs-api-sandbox/client`: a client of one API, typed from its contract. */
import createFetchClient, { type Client, type ClientOptions } from 'openapi-fetch';
import { basePaths, bodyTypes, type ApiPaths } from '../../generated/api-paths.ts';
import { apiNames, mustBeKnown, type ApiName } from './api-names.ts';
import { sendingTypes } from './body-types.ts';
import { addressOf, defaultOrigin } from './sandbox-origin.ts';

export type { ApiName, ApiPaths };
export type ApiClient<Name extends ApiName> = Client<WithLists<ApiPaths[Name]>>;

/** openapi-fetch knows lists that may be changed only: of those that are read-only it leaves an object with numbers for names. */
type WithLists<T> = T extends readonly (infer E)[]
  ? WithLists<E>[]
  : T extends object
    ? { [K in keyof T]: K extends 'requestBody' ? T[K] : WithLists<T[K]> }
    : T;

export interface ApiClientOptions extends Omit<ClientOptions, 'baseUrl'> {
  /**
   * Where the sandbox is, workspace included: `https://sandbox.example.org/w/…`; on a page it may be relative to the page's own origin.
   * The address of `nhs-sandbox start` unless you say otherwise.
   */
  readonly origin?: string;
}

export function createClient<Name extends ApiName>(name: Name, options: ApiClientOptions = {}): ApiClient<Name> {
  mustBeKnown([name], apiNames);
  const { origin = defaultOrigin, fetch = fetchOfTheMoment, ...others } = options;
  const client = createFetchClient<WithLists<ApiPaths[Name]>>({ baseUrl: addressOf(origin) + basePaths[name], fetch, ...others });
  return sendingTypes(client, bodyTypes[name], others);
}

/** Looked up at each request, so that a client made when its module was loaded is answered by what a test puts there later. */
const fetchOfTheMoment = (request: Request): Promise<Response> => globalThis.fetch(request);
