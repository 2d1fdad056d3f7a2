/**
 * Letters as PDF: a title and paragraphs on pages of A4, in Helvetica, which every reader has, so that no font has to be embedded. The same
 * words are the same bytes. Every page says that the data is synthetic.
 */

/** A4, and the margin on all sides, in points. */
const [pageWidth, pageHeight, margin] = [595, 842, 57];
const [size, leading] = [10.5, 15];
const titleSize = 15;
const linesOnPage = Math.floor((pageHeight - 2 * margin - 3 * leading) / leading);
const mark = 'Synthetic data. Not a real patient.';

/** Widths of Helvetica from the space to the tilde, in thousandths of its size (Adobe Font Metrics of the standard fonts of PDF). */
const widths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278,
  278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722,
  667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556,
  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/** Of letters with accents and other signs none is wider. */
const widest = 1000;

/** Signs of WinAnsiEncoding that stand elsewhere in Unicode. */
const winAnsi = new Map(
  Object.entries({
    '€': 0x80,
    '…': 0x85,
    Š: 0x8a,
    Œ: 0x8c,
    Ž: 0x8e,
    '‘': 0x91,
    '’': 0x92,
    '“': 0x93,
    '”': 0x94,
    '•': 0x95,
    '–': 0x96,
    '—': 0x97,
    š: 0x9a,
    œ: 0x9c,
    ž: 0x9e,
    Ÿ: 0x9f,
  }),
);
/** Letters that are none with an accent, and that the encoding lacks. */
const plainLetters = new Map(Object.entries({ ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i', ħ: 'h' }));

export function pdf(title: string, paragraphs: readonly string[]): Uint8Array<ArrayBuffer> {
  const pages = pagesOf(paragraphs.flatMap((paragraph) => [...linesOf(paragraph), '']));
  const firstPage = 6;
  const contents = pages.map((lines, n) => contentOf({ title, lines, page: n + 1, of: pages.length }));
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>',
    `<< /Type /Pages /Kids [${pages.map((_, n) => `${firstPage + 2 * n} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    `<< /Title ${textOf(title)} /Subject ${textOf(mark)} /Producer (NHS API Sandbox) >>`,
    ...contents.flatMap((content, n) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${pageHeight}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${firstPage + 2 * n + 1} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  return bytesOf(fileOf(objects));
}

/** Every character of it is one byte. */
function fileOf(objects: readonly string[]): string {
  // The second line tells programs that the file is binary.
  let file = '%PDF-1.4\n%\xe2\xe3\xcf\xd3\n';
  const offsets = objects.map((object, n) => {
    const offset = file.length;
    file += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  return `${file}xref\n0 ${count}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${count} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
}

interface PageContent {
  readonly title: string;
  readonly lines: readonly string[];
  readonly page: number;
  readonly of: number;
}

function contentOf({ title, lines, page, of }: PageContent): string {
  const at = (font: string, points: number, y: number, text: string): string =>
    `BT /${font} ${points} Tf ${margin} ${y} Td ${textOf(text)} Tj ET`;
  const top = pageHeight - margin;
  return [
    at('F2', 9, top + 18, mark),
    ...(page === 1 ? [at('F2', titleSize, top - titleSize, title)] : []),
    `BT /F1 ${size} Tf ${leading} TL ${margin} ${top - 3 * leading} Td`,
    ...lines.map((line) => `${textOf(line)} Tj T*`),
    'ET',
    at('F1', 9, margin - 24, `${mark} Page ${page} of ${of}`),
  ].join('\n');
}

function pagesOf(lines: readonly string[]): readonly (readonly string[])[] {
  const count = Math.max(1, Math.ceil(lines.length / linesOnPage));
  return Array.from({ length: count }, (_, n) => lines.slice(n * linesOnPage, (n + 1) * linesOnPage));
}

/** A paragraph, broken where it would leave the page, and where it says so itself. */
function linesOf(paragraph: string): readonly string[] {
  return paragraph.split('\n').flatMap((part) => {
    const lines: string[] = [];
    let line = '';
    for (const word of part.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && widthOf(longer) > pageWidth - 2 * margin) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  });
}

function widthOf(text: string): number {
  let width = 0;
  for (let n = 0; n < text.length; n += 1) width += widths[text.charCodeAt(n) - 32] ?? widest;
  return (width * size) / 1000;
}

/** A string of PDF, in parentheses. */
function textOf(text: string): string {
  let written = '';
  for (const sign of text) {
    const code = codeOf(sign);
    const byte = String.fromCharCode(code);
    written += byte === '(' || byte === ')' || byte === '\\' ? `\\${byte}` : byte;
  }
  return `(${written})`;
}

/** What the encoding lacks is written without its accent, and as a question mark where it has none. */
function codeOf(sign: string): number {
  const known = winAnsi.get(sign);
  if (known !== undefined) return known;
  const isHere = (code: number): boolean => (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff);
  const own = sign.codePointAt(0) ?? 0;
  if (isHere(own)) return own;
  const plain = (plainLetters.get(sign) ?? sign.normalize('NFD')).charCodeAt(0);
  return isHere(plain) ? plain : 0x3f;
}

function bytesOf(file: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(file.length);
  for (let n = 0; n < file.length; n += 1) bytes[n] = file.charCodeAt(n);
  return bytes;
}
