/**
 * The control: a bare Hono server that sends the bytes and headers it was given, as `node bench/control.ts <port> <file>`.
 * It reads request bodies, as any server would, and does nothing else.
 */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { readFileSync } from 'node:fs';

export interface CannedAnswer {
  readonly method: string;
  /** In Hono's form: `/Patient/:id`. */
  readonly path: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function controlApp({ method, path, status, headers, body }: CannedAnswer): Hono {
  const answer = (): Response => new Response(body, { status, headers });
  const app = new Hono();
  app.get('/', (c) => c.text('ready'));
  if (method === 'GET') app.get(path, answer);
  else app.on(method, path, async (c) => (await c.req.text(), answer()));
  return app;
}

if (import.meta.main) {
  const [port, file] = process.argv.slice(2);
  const canned = JSON.parse(readFileSync(file ?? '', 'utf8')) as CannedAnswer; // written by bench.ts
  serve({ fetch: controlApp(canned).fetch, hostname: '127.0.0.1', port: Number(port) });
}
