/** Pointers that are published as examples, and in the scenarios that the service's own sandbox is tested by: they are in every workspace. */
import { crisisPlan, snomed } from './kinds.ts';

export interface PublishedPointer {
  readonly id: string;
  readonly nhsNumber: string;
  readonly type: string;
  readonly date: string;
}

const emergencyPlan = `${snomed}|887701000000100`;

const table: readonly (readonly [id: string, nhsNumber: string, type: string, date: string])[] = [
  ['Y90001-5e1f8a30-6c2d-4b79-9a04-d17e3c8b2f65', '9000000009', crisisPlan, '2025-11-03T09:20:00Z'],
  ['Y05868-1234567892', '9000000017', emergencyPlan, '2025-10-14T15:42:10Z'],
  ['RJ11-7a1d3f0c-94be-4c62-8d35-0b6f2e91c7a8', '9278693472', crisisPlan, '2025-09-01T10:00:00Z'],
  ['02V-1111111111-SearchDocRefTest', '9278693472', crisisPlan, '2025-06-02T08:30:00Z'],
  ['02V-1111111111-SearchMultipleRefTest3', '9278693472', emergencyPlan, '2025-06-02T08:31:00Z'],
  ['RX898-9999999999-ReadDocRefSameCustodian', '9999999999', crisisPlan, '2025-03-10T14:05:00Z'],
  ['X26-9999999999-ReadDocRefDiffCustodian', '9999999999', crisisPlan, '2025-03-11T09:45:00Z'],
  ['RX898.001-1234567890-ReadDocRefUrlEncoded', '9999999999', crisisPlan, '2025-03-12T11:15:00Z'],
];

const all: readonly PublishedPointer[] = table.map(([id, nhsNumber, type, date]) => ({ id, nhsNumber, type, date }));
const byId = new Map(all.map((each) => [each.id, each]));

export const publishedById = (id: string): PublishedPointer | undefined => byId.get(id);

export const publishedOf = (nhsNumber: string): readonly PublishedPointer[] => all.filter((each) => each.nhsNumber === nhsNumber);
