/** FHIR's weak entity tags: a resource's version as `ETag` gives it and `If-Match` quotes it. */

export function etag(versionId: string): string {
  return `W/"${versionId}"`;
}

/** The version an `If-Match` names; undefined where it is no weak tag of a number. */
export function versionOf(tag: string): string | undefined {
  return /^W\/"(\d+)"$/.exec(tag)?.[1];
}
