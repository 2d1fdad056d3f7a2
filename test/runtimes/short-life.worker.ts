/** The edge runtime with one more door, by which a test makes workspaces that live for less than an hour. */
import type { Bindings } from '../../src/runtimes/edge/bindings.ts';
import worker, { RegistryObject, WorkspaceObject } from '../../src/runtimes/edge/worker.ts';

export { RegistryObject, WorkspaceObject };

export default {
  async fetch(request: Request, env: Bindings): Promise<Response> {
    const id = request.headers.get('x-begin');
    if (id === null) return worker.fetch(request, env);
    const facts = {
      id,
      keys: [{ hash: '' }],
      made: 0,
      secret: 's',
      seed: 1,
      clock: 'real' as const,
      expires: Date.now() + Number(request.headers.get('x-lives')),
    };
    try {
      await env.WORKSPACES.getByName(id).begin(facts);
      return new Response('begun');
    } catch (error) {
      return new Response(String(error), { status: 409 });
    }
  },
};
