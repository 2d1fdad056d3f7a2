/** Runs the suite of all stores inside a real Durable Object and answers with the outcome of each test. */
import { DurableObject, type DurableObjectNamespace } from 'cloudflare:workers';
import { createDurableObjectStore } from '../../src/runtimes/durable-object-store.ts';
import { storeSuite } from '../workspace/store/store-suite.ts';
import { runTests } from './vitest-in-workerd.ts';

export class WorkspaceObject extends DurableObject<unknown> {
  async fetch(): Promise<Response> {
    const { storage } = this.ctx;
    storeSuite('Durable Object', {
      open() {
        for (const table of ['document', 'schema_version']) storage.sql.exec(`DROP TABLE IF EXISTS ${table}`);
        return createDurableObjectStore(storage);
      },
      reopen: () => createDurableObjectStore(storage),
    });
    return Response.json(runTests());
  }
}

export default {
  fetch: (request: Request, env: { readonly WORKSPACES: DurableObjectNamespace<WorkspaceObject> }) =>
    env.WORKSPACES.getByName('suite').fetch(request),
};
