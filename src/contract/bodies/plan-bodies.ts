/** What an operation takes as its body, understood once: per media type its compiled check, and how its bytes are read where they are no JSON. */
import type { Checker, Contract, Operation, SchemaAt } from '../contract.ts';
import { essenceOf } from '../media-type.ts';
import type { Malformed } from './form-entry.ts';
import { readMultipart } from './multipart.ts';
import { formReader } from './read-form.ts';
import type { Settled } from './settle-readings.ts';
import { readUrlencoded } from './urlencoded.ts';

export interface BodyPlan {
  /** As published. */
  readonly type: string;
  readonly schema?: SchemaAt;
  /** Every fault of a JSON body. */
  readonly check: Checker;
  /** What the bytes of any other body mean, and every fault of that; undefined where they are kept as they came. */
  read(bytes: Uint8Array, contentType: string): Settled | Malformed | undefined;
}

export function planBodies(contract: Contract, { body }: Operation): readonly BodyPlan[] {
  return (body?.content ?? []).map((media): BodyPlan => {
    const { type, schema } = media;
    let form: ReturnType<typeof formReader> | undefined;
    return {
      type,
      ...(schema && { schema }),
      check: schema ? contract.checker(schema) : () => [],
      read(bytes, contentType) {
        const entries = entriesOf(bytes, contentType);
        if (!entries || 'malformed' in entries) return entries;
        form ??= formReader(contract, media);
        return form(entries);
      },
    };
  });
}

function entriesOf(bytes: Uint8Array, contentType: string): ReturnType<typeof readMultipart> | undefined {
  switch (essenceOf(contentType)) {
    case 'multipart/form-data':
      return readMultipart(bytes, contentType);
    case 'application/x-www-form-urlencoded': {
      const text = textOf(bytes);
      return text === undefined ? { malformed: 'The form is not valid UTF-8.' } : readUrlencoded(text);
    }
    default:
      return undefined;
  }
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
