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
