/** Asks the sandbox's own API, typed by its contract. Pages know nothing that this does not tell them. */
import type { components, operations } from '../generated/sandbox-control.types.ts';
import type { PageVisit } from './visit.ts';

/** What a successful answer of an operation holds. */
type Told<Id extends keyof operations> = JsonOf<operations[Id], 200> | JsonOf<operations[Id], 201> | JsonOf<operations[Id], 202>;

type JsonOf<Operation, Status extends number> = Operation extends {
  readonly responses: { readonly [S in Status]: { readonly content: { readonly 'application/json': infer Body } } };
}
  ? Body
  : never;

type WhatIsWrong = NonNullable<components['responses']['Problem']['content']['application/problem+json']>;

/** An answer, or why there is none. */
export type ControlAnswer<Body> =
  | { readonly ok: true; readonly body: Body }
  | { readonly ok: false; readonly status: number; readonly problem: WhatIsWrong };

/** `path` is below `/_sandbox`, with its query: `askControl<'list-exchanges'>(visit, '/exchanges?limit=5')`. */
export async function askControl<Id extends keyof operations>(
  visit: PageVisit,
  path: string,
  init?: RequestInit,
): Promise<ControlAnswer<Told<Id>>> {
  if (wayUp.test(path)) return nothingSoNamed;
  const response = await visit.ask(`/_sandbox${path}`, init);
  const body: unknown = response.status === 204 ? undefined : await response.json();
  return response.ok
    ? { ok: true, body: body as Told<Id> } // the gateway holds the answers of its own API to its contract
    : { ok: false, status: response.status, problem: body as WhatIsWrong };
}

/** An address takes dots alone for a way up, so a name of dots would do to what holds a thing what was meant for the thing. */
const wayUp = /\/\.{1,2}(?=[/?]|$)/;
const nothingSoNamed = {
  ok: false,
  status: 422,
  problem: { type: 'about:blank', title: 'Unprocessable Content', status: 422, detail: 'A name of dots alone names nothing.' },
} as const;

/** What changes something is sent as JSON. */
export const sending = (method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', body?: unknown): RequestInit => ({
  method,
  ...(body !== undefined && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
});
