/** Reads a body as text, counting as it streams and never trusting what Content-Length says. */

/** Undefined where the body is longer than `limit` bytes or is not UTF-8. */
export async function readText(request: Request, limit: number): Promise<string | undefined> {
  if (!request.body) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  const reader = request.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      size += value.byteLength;
      if (size > limit) {
        await reader.cancel();
        return undefined;
      }
      text += decoder.decode(value, { stream: true });
    }
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
