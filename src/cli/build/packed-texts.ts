/**
 * Texts that a program reads when somebody asks for one, packed together in one file: contracts of one family repeat each other, further apart
 * than gzip looks back. As long as nobody asks, they are neither parsed nor unpacked.
 */
import { brotliCompressSync, constants } from 'node:zlib';

/** Of lines, none of which has an end of a line in it. */
export function packed(lines: readonly string[]): Uint8Array {
  const text = lines.join('\n');
  if (text.split('\n').length !== Math.max(lines.length, 1)) throw new Error('a text that is packed is one line');
  return brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  });
}

/** A module that gives line n of the file as `lineAt(n)`. workerd has the unpacking of Node built in. */
export const unpackingModule = (file: string): string => `import packed from '${file}';
import { brotliDecompressSync } from 'node:zlib';
let lines;
export const lineAt = (n) => (lines ??= new TextDecoder().decode(brotliDecompressSync(packed)).split('\\n'))[n];
`;
