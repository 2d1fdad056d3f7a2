/** European health insurance cards: one person has one, one has none, and what is sent is shown on the first one's card and forgotten. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { tokensOf, valueAt } from '../../../src/contract/json-pointer.ts';
import { parseNhsNumber } from '../../../src/fhir/nhs-number.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { spine } from '../../../src/nhs/spine/spine-faults.ts';
import { invalidValue, missingValue } from '../../../src/nhs/spine/spine-words.ts';
import { cardMustHave } from '../coverage/coverage.ts';
import { coverageSearchWanted } from '../faults/errors.ts';
import { productionBase, system } from '../record/systems.ts';
import { jane } from './people/people.ts';
import { said, searchset, type Said } from './said.ts';
import { sentBody } from './sent-body.ts';

const withoutCard = '9000000033';

export function readCoverage(call: AnyCall): Said<200> | { readonly status: 200 } | Problem {
  const asked = new URLSearchParams(call.search);
  asked.delete('');
  const nhsNumber = asked.get('subscriber:identifier');
  const isValid = nhsNumber !== null && parseNhsNumber(nhsNumber) !== undefined;
  if (nhsNumber === null || (!isValid && new Set(asked.keys()).size > 1)) return coverageSearchWanted();
  if (!isValid) return spine('INVALID_RESOURCE_ID');
  if (nhsNumber === jane) return said(200, bundleOf(call, '2', [entryOf(published)]), '2');
  if (nhsNumber === withoutCard) return said(200, bundleOf(call, '1', []), '1');
  return { status: 200 };
}

/** The end of a card is never held against today's date. */
export function sendCoverage(call: AnyCall): Said<201> | Problem {
  const body = sentBody(call);
  const at = (pointer: string): Json | undefined => valueAt(body, tokensOf(`/${pointer}`));
  const missing = cardMustHave.find((pointer) => (at(pointer) ?? '') === '');
  if (missing) return missingValue(missing);
  const end = at('period/end') ?? '';
  if (typeof end !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(end)) return invalidValue('not-a-date', 'period'); // whatever was sent
  for (const { pointer, field, most } of texts) {
    const text = at(pointer) ?? '';
    if (!isPlain(text, most)) return invalidValue(text, field);
  }
  const status = at('status');
  if (status !== 'active') return invalidValue(status, 'status');
  if (call.header('If-Match') !== 'W/"2"') return spine('RESOURCE_VERSION_MISMATCH');
  const sent = (pointer: string, otherwise: string): Json => at(pointer) ?? otherwise;
  const card: Card = {
    number: sent('identifier/0/value', published.number),
    country: sent('identifier/0/assigner/identifier/value', published.country),
    subscriber: sent('subscriber/identifier/value', published.subscriber),
    beneficiary: sent('beneficiary/identifier/value', published.beneficiary),
    institution: sent('payor/0/identifier/value', published.institution),
    end,
  };
  return said(201, { ...bundleOf(call, '3', [entryOf(card)]), timestamp: '2025-01-21T14:57:56+00:00' }, '3');
}

const texts = [
  { pointer: 'identifier/0/value', field: 'identifier/value', most: 25 },
  { pointer: 'beneficiary/identifier/value', field: 'beneficiary/identifier/value', most: 25 },
  { pointer: 'payor/0/identifier/value', field: 'Institution id', most: 30 },
];

const isPlain = (text: Json, most: number): boolean =>
  typeof text === 'string' && text.length <= most && /^[A-Za-z\d \-,/:'.]*$/.test(text);

interface Card {
  readonly number: Json;
  readonly country: Json;
  readonly subscriber: Json;
  readonly beneficiary: Json;
  readonly institution: Json;
  readonly end: string;
}

const published = {
  number: 'ES456789012345',
  country: 'FRA',
  subscriber: jane,
  beneficiary: '5647382910',
  institution: 'ES11223',
  end: '2027-03-03',
} as const satisfies Card;

const bundleOf = (call: AnyCall, versionId: string, entries: readonly JsonObject[]): JsonObject => ({
  ...searchset(call, entries),
  meta: { versionId },
});

/** Whatever was sent, the address and the name of the country stay those of the published card. */
function entryOf({ number, country, subscriber, beneficiary, institution, end }: Card): JsonObject {
  return {
    fullUrl: `${productionBase}/Coverage?subscriber:identifier=${jane}`,
    resource: {
      resourceType: 'Coverage',
      status: 'active',
      subscriber: { type: 'Patient', identifier: { system: system.nhsNumber, value: subscriber } },
      identifier: [{ value: number, assigner: { display: 'France', identifier: { system: 'urn:iso:std:iso:3166', value: country } } }],
      payor: [{ identifier: { value: institution } }],
      beneficiary: { type: 'Patient', identifier: { value: beneficiary } },
      period: { end },
    },
  };
}
