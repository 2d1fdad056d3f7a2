/** Escapes undone, whichever they are: percent-encoding, entities of HTML and XML, those of JSON and JavaScript. */

/** Escapes of escapes are undone as often as this. */
const ROUNDS = 3;
const escape = /%[0-9A-F]{2}|&#?\w{2,20};|\\(?:u[0-9A-F{]|x[0-9A-F])/i;

export const hasEscapes = (text: string): boolean => escape.test(text);

export function unescaped(text: string): string {
  let plain = text;
  for (let round = 0; round < ROUNDS && escape.test(plain); round++) {
    plain = plain
      .replace(/(?:%[0-9A-F]{2})+/gi, percentDecoded)
      .replace(/&#(?:x([0-9A-F]{1,6})|(\d{1,7}));?/gi, (_, hex: string | undefined, decimal: string | undefined) =>
        hex === undefined ? character(Number(decimal)) : character(parseInt(hex, 16)),
      )
      .replace(/&([a-z]{2,20});/gi, (whole, name: string) => named[name.toLowerCase()] ?? whole)
      .replace(/\\(?:u\{([0-9A-F]{1,6})\}|u([0-9A-F]{4})|x([0-9A-F]{2}))/gi, (_, ...codes: readonly (string | undefined)[]) =>
        character(parseInt(codes.slice(0, 3).join(''), 16)),
      );
  }
  return plain;
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  nbsp: '\u00a0',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  ndash: '-',
  mdash: '-',
  shy: '',
  zwj: '',
  zwnj: '',
};

const character = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '');

function percentDecoded(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded.replace(/%(..)/g, (_, hex: string) => character(parseInt(hex, 16)));
  }
}
