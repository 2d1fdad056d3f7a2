/** Versions of what changes: `If-Match` names the one that was read, and of old ones none is kept. */
import { versionOf } from '../../src/fhir/version.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { nothingThere } from './faults/refusals.ts';

interface Versioned {
  readonly version: number;
  readonly alsoVersions?: readonly number[];
}

const isCurrent = ({ version, alsoVersions = [] }: Versioned, named: string): boolean =>
  [version, ...alsoVersions].map(String).includes(named);

export function wrongVersion(call: Pick<AnyCall, 'header'>, found: Versioned): Problem | undefined {
  const named = versionOf(call.header('If-Match') ?? '');
  if (named === undefined)
    return { problem: 'precondition-required', message: 'If-Match must be the ETag of the version that was read, such as W/"5".' };
  return isCurrent(found, named) ? undefined : outdated(found.version);
}

export const outdated = (version: number): Problem => ({
  problem: 'version-conflict',
  message: `It has been changed: its version is ${version} now.`,
});

/** A version that is named in a path or a reference. */
export const isVersion = isCurrent;

export const notThisVersion = (named: string | undefined, found: Versioned): Problem | undefined =>
  named === undefined || named === String(found.version) ? undefined : nothingThere('Of versions only the current one is there.');
