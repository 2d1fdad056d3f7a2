/** `nhs-api-sandbox/client`: a client of one API, typed from its contract. */
import createFetchClient, { type Client, type ClientOptions } from 'openapi-fetch';
import { basePaths, type ApiPaths } from '../generated/api-paths.ts';

export type { ApiPaths };
export type ApiName = keyof ApiPaths;
export type ApiClient<Name extends ApiName> = Client<ApiPaths[Name]>;

export interface ApiClientOptions extends Omit<ClientOptions, 'baseUrl'> {
  /** Where the sandbox is, workspace included: `https://sandbox.example.org/w/…`; the address of `nhs-sandbox start` unless you say otherwise. */
  readonly origin?: string;
}

export function createClient<Name extends ApiName>(name: Name, options: ApiClientOptions = {}): ApiClient<Name> {
  const { origin = 'http://localhost:8787', ...others } = options;
  return createFetchClient<ApiPaths[Name]>({ baseUrl: origin.replace(/\/+$/, '') + basePaths[name], ...others });
}
