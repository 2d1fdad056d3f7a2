/** The Personal Demographics Service as the official sandbox is, in this process. */
import type { Json } from '../../../../src/contract/contract.ts';
import { sandboxFor, type Answer } from '../../../sandbox.ts';

export interface Official {
  /** Sends with an X-Request-ID unless one is given; a header of '' is left out. */
  call(
    method: string,
    path: string,
    request?: { body?: unknown; headers?: Record<string, string> },
  ): Promise<Answer & { readonly json: Json }>;
}

export async function official(): Promise<Official> {
  const { call } = await sandboxFor('personal-demographics', { settings: { compatibility: 'official-sandbox' } });
  return {
    async call(method, path, { body, headers } = {}) {
      const answer = await call(method, path, { body, headers: { 'X-Request-ID': '00000000-0000-4000-8000-000000000001', ...headers } });
      return { ...answer, json: answer.body as unknown as Json };
    },
  };
}
