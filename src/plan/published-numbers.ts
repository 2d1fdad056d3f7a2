/** The numbers of real patients' kind that a contract publishes in its examples: they may pass where others are refused. */
import type { Contract, Json } from '../contract/contract.ts';
import { findLiveNumbers, mayHoldLiveNumber } from '../fhir/live-numbers.ts';
import { nhsNumberHash } from '../fhir/nhs-number.ts';

/** Their fingerprints. */
export function publishedNumbers({ document }: Contract): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: Json): void => {
    if (typeof node === 'string' || typeof node === 'number') {
      const text = String(node);
      if (mayHoldLiveNumber(text)) for (const { digits } of findLiveNumbers(text, { identifier: true })) found.add(nhsNumberHash(digits));
    } else if (typeof node === 'object' && node !== null) for (const member of Object.values(node)) visit(member);
  };
  visit(document);
  return found;
}
