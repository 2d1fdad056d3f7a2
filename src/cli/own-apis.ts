/** The APIs that come with the project, loaded when they are first asked for. */
import type { Served } from '../gateway/api.ts';

export async function ownApis(): Promise<readonly Served[]> {
  const { catalogue } = await import('../../mocks/catalogue.ts');
  return catalogue;
}
