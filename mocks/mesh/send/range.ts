/** `2:3` in Mex-Chunk-Range. */
export interface ChunkRange {
  readonly chunk: number;
  readonly total: number;
}

/** One whole message where nothing is said, `undefined` where it makes no sense. */
export function rangeOf(said: string): ChunkRange | undefined {
  if (said === '') return { chunk: 1, total: 1 };
  const [, chunk, total] = /^\s*(\d{1,6})\s*:\s*(\d{1,6})\s*$/.exec(said) ?? [];
  const range = { chunk: Number(chunk), total: Number(total) };
  return range.chunk >= 1 && range.chunk <= range.total ? range : undefined;
}
