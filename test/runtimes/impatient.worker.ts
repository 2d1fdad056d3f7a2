/** The edge runtime, whose registries sweep when a test says so rather than a minute later. */
import type { Bindings } from '../../src/runtimes/edge/bindings.ts';
import { registries } from '../../src/runtimes/edge/registry/registries.ts';
import worker, { RegistryObject as Registry, WorkspaceObject } from '../../src/runtimes/edge/worker.ts';

export { WorkspaceObject };

export class RegistryObject extends Registry {
  /** What its alarm does. */
  async sweep(): Promise<void> {
    await this.alarm();
  }
}

interface Sweeping {
  sweep(): Promise<void>;
}

export default {
  async fetch(request: Request, env: Bindings): Promise<Response> {
    if (new URL(request.url).pathname !== '/sweep') return worker.fetch(request, env);
    // The object's own class has this method, which the product's has not.
    for (const name of registries) await (env.REGISTRIES.getByName(name) as unknown as Sweeping).sweep();
    return new Response('swept');
  },
};
