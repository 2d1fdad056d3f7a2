/** Contracts of a few lines for one test each, written as data. */

type Node = Readonly<Record<string, unknown>>;

export interface SmallContract {
  readonly base?: string;
  readonly components?: Node;
  readonly openapi?: string;
}

/** The text of a contract with these paths, under `/small` unless told otherwise. */
export function contractOf(
  paths: Node,
  { base = 'https://small.example/small', components, openapi = '3.1.0' }: SmallContract = {},
): string {
  return JSON.stringify({
    openapi,
    info: { title: 'Small', version: '1.0.0' },
    ...(base === '' ? {} : { servers: [{ url: base }] }),
    paths,
    ...(components ? { components } : {}),
  });
}

export const json = (schema: unknown, more: Node = {}): Node => ({ 'application/json': { schema, ...more } });
export const answers = (schema: unknown, more: Node = {}): Node => ({ description: 'An answer', content: json(schema, more) });
export const takes = (schema: unknown): Node => ({ required: true, content: json(schema) });

/** The error shape of small contracts. */
export const fault = answers({
  type: 'object',
  required: ['code', 'message'],
  properties: { code: { type: 'string' }, message: { type: 'string' } },
});
