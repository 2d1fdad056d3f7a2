/** Pointers to bookings are handed on to the record locator, where whoever asks what there is of a patient finds them. */
import type { Json } from '../../../src/contract/contract.ts';
import { stringAt } from '../../../src/fhir/clinical/element.ts';
import { instant } from '../../../src/fhir/instant.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import type { Reply } from '../../../src/mock/reply.ts';
import { composed } from '../../record-locator/composed.ts';
import { kinds, snomed } from '../../record-locator/kinds.ts';
import type { Pointer } from '../../record-locator/pointer.ts';
import { findPointer, keep, remove } from '../../record-locator/store.ts';

/** POST, PUT and DELETE: `otherwise` stores it, or takes it away. */
export function located<R extends Reply>(call: AnyCall, otherwise: () => R | Problem): R | Problem {
  const { id } = call.path;
  const before = id === undefined ? undefined : asLocated(call, id);
  const reply = otherwise();
  if (isProblem(reply)) return reply;
  const known = before && findPointer(call, before.id);
  if (known) remove(call, known);
  const now = asLocated(call, id ?? reply.headers?.['Location']?.split('/').at(-1) ?? '');
  if (now) keep(call, now);
  return reply;
}

/** As the record locator has it: under its custodian's code. Undefined for what that has no type or no id for. */
function asLocated({ rows, clock }: AnyCall, own: string): Pointer | undefined {
  const kept: Json | undefined = rows.get('readDocumentReference', own);
  const custodian = stringAt(kept, 'custodian', 'identifier', 'value') ?? '';
  const nhsNumber = stringAt(kept, 'subject', 'identifier', 'value');
  const url = stringAt(kept, 'content', 'attachment', 'url');
  const type = `${snomed}|${stringAt(kept, 'type', 'coding', 'code')}`;
  const id = `${custodian}-${own}`;
  if (nhsNumber === undefined || url === undefined || !(type in kinds) || !/^(?=.{1,64}$)[A-Za-z0-9.]+-[A-Za-z0-9][\w-]*$/.test(id))
    return undefined;
  const contentType = stringAt(kept, 'content', 'attachment', 'contentType') ?? 'application/fhir+json';
  return composed({
    id,
    nhsNumber,
    type,
    date: stringAt(kept, 'date') ?? instant(clock.now()),
    attachment: { contentType, url },
    format: 'structured',
    stability: 'dynamic',
    setting: ['224891009', 'Healthcare services'],
  });
}
