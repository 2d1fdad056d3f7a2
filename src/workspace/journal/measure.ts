/** Counts the bytes of texts in UTF-8, and cuts them by it. To encode them anew each time would leave as much behind as the texts themselves. */

export interface Measure {
  bytesOf(text: string): number;
  /** As much of it as so many bytes hold, on whole code points. */
  cut(text: string, most: number): string;
}

const scratchBytes = 16_384;

export function openMeasure(): Measure {
  const encoder = new TextEncoder();
  /** What is written here is never read. */
  let scratch: Uint8Array<ArrayBuffer> | undefined;

  function written(text: string, most: number): { readonly read: number; readonly written: number } {
    scratch ??= new Uint8Array(scratchBytes);
    return encoder.encodeInto(text, most < scratchBytes ? scratch.subarray(0, most) : scratch);
  }

  /** Of the beginning that so many bytes hold. */
  function count(text: string, most: number): { readonly characters: number; readonly bytes: number } {
    let characters = 0;
    let bytes = 0;
    while (characters < text.length && bytes < most) {
      const piece =
        characters === 0 && text.length <= scratchBytes ? text : text.slice(characters, wholeEnd(text, characters + scratchBytes));
      const more = written(piece, most - bytes);
      if (more.read === 0) break;
      characters += more.read;
      bytes += more.written;
    }
    return { characters, bytes };
  }

  return {
    bytesOf: (text) => count(text, Infinity).bytes,
    cut(text, most) {
      if (text.length * 3 <= most) return text;
      const { characters } = count(text, most);
      return characters === text.length ? text : text.slice(0, characters);
    },
  };
}

/** Not between the halves of a code point. */
const wholeEnd = (text: string, end: number): number => (isHighHalf(text.charCodeAt(end - 1)) ? end - 1 : end);

const isHighHalf = (code: number): boolean => code >= 0xd800 && code < 0xdc00;
