/** What the store tells of its copy of a record: which version it is, and in which night it came. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { IsoDate } from '../../../src/population.ts';
import { etag } from '../../../src/fhir/version.ts';
import type { Directory } from '../directory.ts';
import { refreshedAt } from '../nights.ts';
import { profiles } from '../systems.ts';
import type { Schemas } from './typed-period.ts';

export interface CopyOf {
  readonly type: 'Organization' | 'OrganizationAffiliation';
  readonly id: string;
  readonly version: string;
  readonly changed: IsoDate;
}

export function metaOfCopy(call: AnyCall, { night }: Directory, { type, id, version, changed }: CopyOf): Schemas['Meta'] {
  const half = (n: number): string =>
    Math.floor(call.chance(`import/${n}/${type}/${id}/${version}`) * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  return {
    versionId: version,
    lastUpdated: refreshedAt(changed, night, id),
    source: `#${half(0)}${half(1)}`,
    profile: [...profiles[type]],
  };
}

interface Copied {
  readonly resourceType: string;
  readonly id: string;
  readonly meta?: Schemas['Meta'];
}

/** The headers of a read: on this host, whatever the store behind the gateway is called. */
export function headersOfCopy(call: AnyCall, { resourceType, id, meta = {} }: Copied): Readonly<Record<string, string>> {
  const { versionId = '1', lastUpdated } = meta;
  return {
    ETag: etag(versionId),
    ...(lastUpdated !== undefined && { 'Last-Modified': new Date(lastUpdated).toUTCString() }),
    'Content-Location': call.url(`/${resourceType}/${id}/_history/${versionId}`),
  };
}
