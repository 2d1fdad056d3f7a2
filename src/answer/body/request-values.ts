/** What a request gives each of its parameters, and its body with the schema that the contract has for it. */
import { documentedType, isJsonType } from '../../contract/media-type.ts';
import type { RequestValues } from '../../meaning/bound.ts';
import { askedIn } from '../../mock/any-call.ts';
import type { Call } from '../../mock/call.ts';
import type { OperationPlan } from '../../plan/operation-plan.ts';

export function requestValues({ operation, headers }: OperationPlan, call: Call): RequestValues {
  const content = operation.body?.content ?? [];
  const at = (documentedType(call.header('content-type') ?? '', content) ?? content.find((media) => isJsonType(media.type)))?.schema;
  return {
    path: call.path,
    query: askedIn(call),
    header: headerValues(headers, call),
    ...(call.body === undefined ? {} : { body: { value: call.body, ...(at ? { at } : {}) } }),
  };
}

export function headerValues(names: readonly string[], call: Call): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(names.map((name) => [name, call.header(name)]));
}

/** The clock's second: nothing that is made for a request tells of less. */
export function secondOf({ clock }: Call): number {
  return Math.floor(clock.now() / 1_000) * 1_000;
}
