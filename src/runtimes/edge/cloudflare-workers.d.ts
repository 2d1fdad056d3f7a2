/** The part of Cloudflare's run-time API that is used here; its full types cannot stand beside those of the DOM. */
declare module 'cloudflare:workers' {
  export type SqlRow = Record<string, string | number | ArrayBuffer | null>;

  export interface SqlCursor extends Iterable<SqlRow> {
    toArray(): SqlRow[];
  }

  export interface DurableObjectStorage {
    readonly sql: {
      exec(statement: string, ...parameters: (string | number | null)[]): SqlCursor;
      /** Bytes on disk. */
      readonly databaseSize: number;
    };
    readonly kv: {
      get(key: string): unknown;
      put(key: string, value: unknown): void;
      delete(key: string): boolean;
      list(options: { readonly prefix: string }): Iterable<[string, unknown]>;
    };
    transactionSync<T>(work: () => T): T;
    setAlarm(at: number): Promise<void>;
    getAlarm(): Promise<number | null>;
    deleteAll(): Promise<void>;
  }

  export interface DurableObjectState {
    readonly storage: DurableObjectStorage;
    waitUntil(promise: Promise<unknown>): void;
  }

  export class DurableObject<Env> {
    protected readonly ctx: DurableObjectState;
    protected readonly env: Env;
    constructor(ctx: DurableObjectState, env: Env);
  }

  type Awaitable<F> = F extends (...parameters: infer P) => infer R ? (...parameters: P) => Promise<Awaited<R>> : never;

  /** The methods of an object as its Worker calls them. */
  export type DurableObjectStub<T> = { fetch(request: Request): Promise<Response> } & {
    readonly [K in Exclude<keyof T, 'fetch'>]: Awaitable<T[K]>;
  };

  export interface DurableObjectNamespace<T> {
    getByName(name: string): DurableObjectStub<T>;
  }

  /** What the deployment binds. */
  export const env: unknown;

  export interface RateLimit {
    limit(options: { readonly key: string }): Promise<{ readonly success: boolean }>;
  }
}
