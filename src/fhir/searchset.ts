/** The Bundle that a FHIR search answers with. */

export interface Searchset<Entry> {
  resourceType: 'Bundle';
  type: 'searchset';
  timestamp: string;
  total: number;
  entry?: Entry[];
}

/** No `entry` member where nothing was found: FHIR forbids an empty array. */
export function searchset<Entry>(entries: readonly Entry[], timestamp: string): Searchset<Entry> {
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    timestamp,
    total: entries.length,
    ...(entries.length > 0 && { entry: [...entries] }),
  };
}

/** The same Bundle as text, where its entries are text already. */
export function searchsetText(entries: string, total: number, timestamp: string): string {
  const head = `{"resourceType":"Bundle","type":"searchset","timestamp":"${timestamp}","total":${total}`;
  return total > 0 ? `${head},"entry":${entries}}` : `${head}}`;
}
