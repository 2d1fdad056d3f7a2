/** What the contract of the sandbox's own API lets a form hold: values, limits and words are read there, so that no page keeps a list of its own. */
import { askControl, type ControlAnswer } from './control.ts';
import type { PageVisit } from './visit.ts';

export interface OwnSchema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: string;
  readonly enum?: readonly (string | number | null)[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, OwnSchema>>;
  readonly oneOf?: readonly OwnSchema[];
  /** What each value of `enum` means. */
  readonly 'x-enumDescriptions'?: Readonly<Record<string, string>>;
}

/** A schema of it by its name, or what one says in the place of another. */
export type SchemaOf = (asked: string | OwnSchema) => OwnSchema;

export async function ownSchemas(visit: PageVisit): Promise<ControlAnswer<SchemaOf>> {
  const found = await askControl<'read-contract'>(visit, '/contracts/sandbox-control.json');
  if (!found.ok) return found;
  const { components } = found.body as unknown as OwnContract; // it is the contract that the types are made of
  const named = (name: string): OwnSchema => components.schemas[name] ?? {};
  const schemaOf: SchemaOf = (asked) => {
    if (typeof asked === 'string') return named(asked);
    return asked.$ref === undefined ? asked : { ...named(asked.$ref.split('/').at(-1) ?? ''), ...asked };
  };
  return { ok: true, body: schemaOf };
}

interface OwnContract {
  readonly components: { readonly schemas: Readonly<Record<string, OwnSchema>> };
}

/** `a whole number from 0 to 30,000`, or nothing where there are no limits. */
export function limitsInWords({ type, minimum, maximum }: OwnSchema): string | undefined {
  if (minimum === undefined || maximum === undefined) return undefined;
  const [least, most] = [minimum, maximum].map((limit) => limit.toLocaleString('en-GB'));
  return `A ${[type].flat().includes('integer') ? 'whole ' : ''}number from ${least} to ${most}.`;
}
