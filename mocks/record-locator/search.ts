/** Searches for the pointers of one patient: in the query or in a body, by whoever looks for them and by whoever keeps them. */
import { parseNhsNumber } from '../../src/fhir/nhs-number.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { typesFor } from './access.ts';
import { categoryOf, custodianOf, isWithin, nhsNumberSystem, odsSystem, typeOf, type Bundle, type Pointer } from './pointer.ts';
import { refused } from './refusals.ts';
import { pointersOf } from './store.ts';

export interface Criteria {
  readonly 'subject:identifier': string;
  readonly 'custodian:identifier'?: string;
  readonly type?: string;
  readonly category?: string;
  readonly _summary?: 'count';
}

interface Side {
  /** Whose pointers are looked for, where they are no others. */
  readonly owner?: string;
  /** What is said of a number that is none. */
  readonly invalidNumber: Problem;
}

const place = { at: 'subject:identifier' } as const;

export const invalidNumber = {
  ofConsumer: refused('INVALID_NHS_NUMBER', 'A valid NHS number is required to search for document references', place),
  ofProducer: refused('INVALID_NHS_NUMBER', 'Invalid NHS number provided in the search parameters', place),
  ofCount: refused('INVALID_IDENTIFIER_VALUE', 'Invalid NHS number provided in the query parameters', place),
};

export function search(call: AnyCall, asked: Criteria, { owner, invalidNumber: invalid }: Side): { status: 200; body: Bundle } | Problem {
  const number = parseNhsNumber(asked['subject:identifier'].slice(nhsNumberSystem.length + 1));
  if (number === undefined) return invalid;
  const allowed = typesFor(call);
  const [types, wanted] = [listed(asked.type), listed(asked.category)];
  const systems = new Set(allowed.map(systemOf));
  if (types?.some((type) => !systems.has(systemOf(type))))
    return refused(
      'INVALID_CODE_SYSTEM',
      `${whereType(call)} (The provided type system does not match the allowed types for this organisation)`,
      {
        at: 'type',
      },
    );
  const custodian = asked['custodian:identifier']?.slice(odsSystem.length + 1);
  const found = pointersOf(call, number).filter((pointer) => {
    const type = typeOf(pointer);
    const keeper = custodianOf(pointer);
    return (
      allowed.includes(type) &&
      (types?.includes(type) ?? true) &&
      (wanted?.includes(categoryOf(pointer)) ?? true) &&
      (custodian === undefined || isWithin(keeper, custodian)) &&
      (owner === undefined || isWithin(keeper, owner))
    );
  });
  const bundle = {
    resourceType: 'Bundle',
    type: 'searchset',
    total: found.length,
    link: [{ relation: 'self', url: call.url(selfLink(asked)) }],
  } as const;
  if (asked['_summary'] === 'count') return { status: 200, body: bundle };
  return { status: 200, body: { ...bundle, entry: found.toSorted(inOrder).map((resource) => ({ resource })) } };
}

const listed = (text: string | undefined): readonly string[] | undefined => text?.split(',').map((one) => one.trim());

const systemOf = (type: string): string => type.split('|', 1)[0] ?? '';

const whereType = ({ operation }: AnyCall): string => (operation.method === 'post' ? 'Invalid type' : 'Invalid query parameter');

/** As they are kept: by category, by type, then by when they were made. */
function inOrder(a: Pointer, b: Pointer): number {
  const [one, other] = [a, b].map((pointer) => [categoryOf(pointer), typeOf(pointer), pointer.date ?? '', pointer.id].join(' '));
  return (one ?? '') < (other ?? '') ? -1 : 1;
}

/** Nothing in it is percent-encoded, and criteria that came in a body are in it as well. */
function selfLink(asked: Criteria): string {
  const criteria = (['subject:identifier', 'custodian:identifier', 'type', 'category'] as const).flatMap((name) =>
    asked[name] === undefined ? [] : [`${name}=${asked[name]}`],
  );
  return `/DocumentReference?${criteria.join('&')}`;
}
