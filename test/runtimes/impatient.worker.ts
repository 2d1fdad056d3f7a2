/** The edge runtime, whose registries sweep when a test says so rather than a minute later, and whose workspaces begin with whatever facts and rows it gives. */
import type { Bindings } from '../../src/runtimes/edge/bindings.ts';
import { registries } from '../../src/runtimes/edge/registry/registries.ts';
import type { WorkspaceFacts } from '../../src/workspaces/facts.ts';
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
    const { pathname } = new URL(request.url);
    if (pathname === '/begin') {
      const facts = (await request.json()) as WorkspaceFacts; // of this release or of an earlier one
      await env.WORKSPACES.getByName(facts.id).begin(facts);
      return new Response('begun');
    }
    if (pathname === '/lay') {
      const { id, page } = (await request.json()) as { id: string; page: string };
      await env.WORKSPACES.getByName(id).takePage(page);
      return new Response('laid');
    }
    if (pathname !== '/sweep') return worker.fetch(request, env);
    // The object's own class has this method, which the product's has not.
    for (const name of registries) await (env.REGISTRIES.getByName(name) as unknown as Sweeping).sweep();
    return new Response('swept');
  },
};
