/** The body of a request whose type nobody looks at. */
import type { Json } from '../../../src/contract/contract.ts';
import { parseJson } from '../../../src/contract/json.ts';
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';

/** JSON, also where it was called text; undefined where it is none. */
export function sentBody(call: AnyCall): Json | undefined {
  const body = bodyOf(call);
  if (body !== undefined || !call.binary) return body;
  const parsed = parseJson(new TextDecoder().decode(call.binary.bytes));
  return 'value' in parsed ? parsed.value : undefined;
}
