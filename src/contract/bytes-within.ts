/** The bytes of a stream, and no more of them than are wanted. */

export interface BytesWithin {
  /** Where it is cut, a little more than `most`. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** There were more than `most`, and nobody reads on. */
  readonly isCut: boolean;
}

export async function bytesWithin(stream: ReadableStream<Uint8Array> | null, most: number): Promise<BytesWithin> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = stream?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    parts.push(next.value);
    size += next.value.byteLength;
    if (size <= most) continue;
    await reader?.cancel();
    break;
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return { bytes, isCut: size > most };
}
