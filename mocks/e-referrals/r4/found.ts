/** What a search of R4 answers. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import { uuidBy } from '../../../src/contract/uuid.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';

export interface Found {
  readonly status: 200;
  readonly rendered: string;
}

export function found(call: AnyCall, resources: readonly (JsonObject & { readonly resourceType: string; readonly id: string })[]): Found {
  const now = new Date(call.clock.now()).toISOString();
  const self = `${call.operation.path}${call.search}`;
  const entry = resources.map((resource) => ({
    fullUrl: call.url(`/R4/${resource.resourceType}/${resource.id}`),
    resource,
    search: { mode: 'match' },
  }));
  const bundle = {
    resourceType: 'Bundle',
    id: uuidBy((part) => call.chance(`found/${self}/${part}`)),
    meta: { lastUpdated: now },
    type: 'searchset',
    timestamp: now,
    total: entry.length,
    link: [{ relation: 'self', url: call.url(self) }],
    ...(entry.length > 0 && { entry }),
  };
  return { status: 200, rendered: JSON.stringify(bundle) };
}
