/** How a contract speaks of versions: `ETag` with `If-Match` (RFC 9110 §13), or `E-Tag` in both directions. */
import type { Operation } from '../../contract/contract.ts';

export interface Tagging {
  /** The response header that carries the version. */
  readonly header: string;
  /** `W/"3"`, `"3"` or `3`, as the contract writes it. */
  readonly write: (version: number) => string;
}

/** `others`: every operation on the same resource, since contracts document the header on some of them only. */
export function taggingOf(operation: Operation, others: readonly Operation[]): Tagging | undefined {
  const tags = [operation, ...others].flatMap((o) =>
    [...o.responses.values()].flatMap((response) => response.headers.filter((header) => /^e-?tag$/i.test(header.name))),
  );
  const [declared] = tags;
  const matching = others
    .flatMap(({ parameters }) => parameters)
    .find((parameter) => parameter.in === 'header' && /^(if-match|e-tag)$/i.test(parameter.name));
  if (!declared && !matching) return undefined;
  const shown = String([...tags.flatMap((header) => header.examples), ...(matching?.examples ?? [])][0]?.value ?? 'W/"1"');
  const write = (version: number): string =>
    shown.startsWith('"') ? `"${version}"` : /^\d+$/.test(shown) ? String(version) : `W/"${version}"`;
  return { header: declared?.name ?? (matching && /^e-tag$/i.test(matching.name) ? matching.name : 'ETag'), write };
}

/** The number in a tag, or undefined where it is none of ours. */
export function versionInTag(tag: string): number | undefined {
  const digits = /^(?:W\/)?"?(\d{1,15})"?$/.exec(tag.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}
