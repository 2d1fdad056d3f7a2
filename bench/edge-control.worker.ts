/**
 * The control at the edge: a Worker before a bare Durable Object, which reads one row or writes one, the resource that it answers with,
 * and sends the bytes and headers it was given.
 */
import { DurableObject, type DurableObjectNamespace, type DurableObjectState } from 'cloudflare:workers';
import type { CannedAnswer } from './control.ts';

export class WorkspaceObject extends DurableObject<unknown> {
  /** Kept in storage as well: an object that nobody asks for ten seconds is put away. */
  #canned: CannedAnswer | undefined;

  constructor(ctx: DurableObjectState, env: unknown) {
    super(ctx, env);
    ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS document (key TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID');
  }

  async fetch(request: Request): Promise<Response> {
    const { sql, kv } = this.ctx.storage;
    if (request.method === 'PUT') {
      this.#canned = (await request.json()) as CannedAnswer; // edge.ts sends it
      kv.put('canned', this.#canned);
      sql.exec('INSERT OR REPLACE INTO document VALUES (?, ?)', 'canned', this.#canned.body);
      return new Response('ready');
    }
    const { status, headers, body } = (this.#canned ??= kv.get('canned') as CannedAnswer); // put there above
    if (request.method === 'GET') {
      const [row] = sql.exec('SELECT body FROM document WHERE key = ?', 'canned').toArray();
      return new Response(String(row?.['body']), { status, headers: { ...headers } });
    }
    await request.text();
    sql.exec('INSERT INTO document VALUES (?, ?)', crypto.randomUUID(), body);
    return new Response(body, { status, headers: { ...headers } });
  }
}

export { WorkspaceObject as RegistryObject };

/** As many objects as the sandbox has workspaces: `/w/{name}/…`. */
export default {
  fetch: (request: Request, env: { readonly WORKSPACES: DurableObjectNamespace<WorkspaceObject> }) =>
    env.WORKSPACES.getByName(request.url.split('/')[4] ?? '').fetch(request),
};
