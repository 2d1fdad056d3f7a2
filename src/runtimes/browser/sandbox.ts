/** `nhs-api-sandbox`: a sandbox in this process, asked by its `fetch`, and a client typed from the contracts. Importing it does nothing. */
export { testPerson as people } from '../../../mocks/personas.ts';
export { createClient, type ApiClient, type ApiClientOptions, type ApiName, type ApiPaths } from './client.ts';
export { createInProcessSandbox as createSandbox } from './in-process.ts';
export type { BroughtContract, InProcessSandbox as Sandbox, OwnLine, SandboxOptions, SeedData } from './in-process-sandbox.ts';
