/** The smallest true file of a media type: what answers where a contract documents pictures, documents or sounds and publishes none. */
import { fromBase64 } from '../../contract/base64.ts';
import { essenceOf, formOf } from '../../contract/media-type.ts';

const base64: Readonly<Record<string, string>> = {
  'image/png': 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAHLCMmQAAAABJRU5ErkJggg==',
  'image/gif': 'R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==',
  'image/jpeg':
    '/9j/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQH/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z',
  'image/tiff':
    'SUkqAAgAAAAJAAABAwABAAAAAQAAAAEBAwABAAAAAQAAAAIBAwABAAAACAAAAAMBAwABAAAAAQAAAAYBAwABAAAAAQAAABEBBAABAAAAegAAABUBAwABAAAAAQAAABYBAwABAAAAAQAAABcBBAABAAAAAQAAAAAAAAD/AA==',
  'image/bmp': 'Qk06AAAAAAAAADYAAAAoAAAAAQAAAAEAAAABABgAAAAAAAQAAAATCwAAEwsAAAAAAAAAAAAA////AA==',
  'audio/wav': 'UklGRiYAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQIAAACAgA==',
  'audio/basic': 'LnNuZAAAABgAAAACAAAAAQAAH0AAAAAB//8=',
  'application/zip': 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==',
  'application/gzip': 'H4sIAAAAAAAAAyuuzCvJSC3JTOYCAMYGmccKAAAA',
};

/** What the same file is called besides. */
const alias: Readonly<Record<string, string>> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'image/x-png': 'image/png',
  'image/x-ms-bmp': 'image/bmp',
  'audio/wave': 'audio/wav',
  'audio/x-wav': 'audio/wav',
  'audio/mp3': 'audio/mpeg',
  'application/x-zip-compressed': 'application/zip',
  'application/x-gzip': 'application/gzip',
  'application/rtf': 'text/rtf',
  'text/richtext': 'text/rtf',
  'application/x-pdf': 'application/pdf',
};

/** How files of a type begin, for telling one from a text that stands for it. */
const beginnings: Readonly<Record<string, readonly number[]>> = {
  'image/png': [0x89, 0x50, 0x4e, 0x47],
  'image/gif': [0x47, 0x49, 0x46, 0x38],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/bmp': [0x42, 0x4d],
  'audio/wav': [0x52, 0x49, 0x46, 0x46],
  'audio/basic': [0x2e, 0x73, 0x6e, 0x64],
  'application/pdf': [0x25, 0x50, 0x44, 0x46],
  'application/zip': [0x50, 0x4b],
  'application/gzip': [0x1f, 0x8b],
  'text/rtf': [0x7b, 0x5c, 0x72, 0x74, 0x66],
};

const saying = 'Synthetic content made by the NHS API Sandbox.';

/** One silent frame of MPEG-1 layer III at 128 kbit/s and 44.1 kHz. */
const silence = (): Uint8Array<ArrayBuffer> => {
  const frame = new Uint8Array(417);
  frame.set([0xff, 0xfb, 0x90, 0xc4]);
  return frame;
};

const written: Readonly<Record<string, () => Uint8Array<ArrayBuffer>>> = {
  'application/pdf': () => bytesOf(pdf()),
  'text/rtf': () => bytesOf(`{\\rtf1\\ansi ${saying}}`),
  'image/svg+xml': () => bytesOf('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'),
  'audio/mpeg': silence,
  'application/octet-stream': () => bytesOf(`${saying}\n`),
};

export interface FileOfType {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** False where no file of this type is made here, and its bytes only stand for one. */
  readonly isTrue: boolean;
}

export function fileOfType(type: string): FileOfType {
  const essence = nameOf(type);
  const text = base64[essence];
  if (formOf(essence) === 'xml' && !(essence in written))
    return { bytes: bytesOf(`<?xml version="1.0" encoding="UTF-8"?>\n<content>${saying}</content>\n`), isTrue: true };
  if (text !== undefined) return { bytes: fromBase64(text), isTrue: true };
  const make = written[essence];
  return make ? { bytes: make(), isTrue: true } : { bytes: bytesOf(`${saying}\n`), isTrue: false };
}

/** The bytes that a published text stands for: base64 of such a file, or the text itself where it is one; undefined where it only talks of one. */
export function publishedFile(type: string, text: string): Uint8Array<ArrayBuffer> | undefined {
  const essence = nameOf(type);
  const begins = beginnings[essence];
  const decoded = /^[A-Za-z0-9+/\s]{8,}={0,2}\s*$/.test(text) ? tryBase64(text.replaceAll(/\s/g, '')) : undefined;
  if (!begins) return essence === 'application/octet-stream' || essence === 'image/svg+xml' ? bytesOf(text) : undefined;
  return [decoded, bytesOf(text)].find((bytes) => bytes && begins.every((byte, i) => bytes[i] === byte));
}

function nameOf(type: string): string {
  const essence = essenceOf(type);
  return alias[essence] ?? essence;
}

function tryBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return fromBase64(text);
  } catch {
    return undefined;
  }
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** One page with one line on it; the table of places is counted as the file is put together (ISO 32000-1 §7.5.4). */
function pdf(): string {
  const drawing = `BT /F1 12 Tf 20 100 Td (${saying}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 320 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${drawing.length}>>stream\n${drawing}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const place = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  const count = objects.length + 1;
  return `${file}xref\n0 ${count}\n0000000000 65535 f \n${places.join('')}trailer\n<</Size ${count}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
}
