/** The edge runtime, with a count of the rows that its objects read and write: as the platform would bill them, where it says so itself. */
import type { DurableObjectState } from 'cloudflare:workers';
import type { Bindings } from '../../src/runtimes/edge/bindings.ts';
import worker, { RegistryObject as Registry, WorkspaceObject as Workspace } from '../../src/runtimes/edge/worker.ts';

interface Cursor {
  readonly rowsRead: number;
  readonly rowsWritten: number;
}

const cursors: Cursor[] = [];
/** Writes to the key-value side, and alarms, which are each a row. */
let others = 0;
let isWatched = false;

type Method = (this: unknown, ...parameters: unknown[]) => unknown;

/** Objects of one class share their storage's methods, and this isolate holds them all. */
function watch({ storage }: DurableObjectState): void {
  if (isWatched) return;
  isWatched = true;
  const wrap = (of: object, name: string, told: (result: unknown) => void): void => {
    const methods = Object.getPrototypeOf(of) as Record<string, Method>; // the platform's own class
    const method = methods[name];
    if (!method) throw new TypeError(`there is no ${name} to count`);
    methods[name] = function (...parameters) {
      const result = method.apply(this, parameters);
      told(result);
      return result;
    };
  };
  wrap(storage.sql, 'exec', (cursor) => cursors.push(cursor as Cursor)); // a cursor counts its rows
  for (const name of ['put', 'delete']) wrap(storage.kv, name, () => others++);
  wrap(storage, 'setAlarm', () => others++);
}

export class WorkspaceObject extends Workspace {
  constructor(ctx: DurableObjectState, env: Bindings) {
    watch(ctx);
    super(ctx, env);
  }
}

export class RegistryObject extends Registry {
  constructor(ctx: DurableObjectState, env: Bindings) {
    watch(ctx);
    super(ctx, env);
  }
}

export default {
  async fetch(request: Request, env: Bindings): Promise<Response> {
    if (new URL(request.url).pathname !== '/rows') return worker.fetch(request, env);
    const sum = (name: keyof Cursor): number => cursors.reduce((all, cursor) => all + cursor[name], 0);
    const rows = { read: sum('rowsRead'), written: sum('rowsWritten') + others };
    cursors.length = 0;
    others = 0;
    return Response.json(rows);
  },
};
