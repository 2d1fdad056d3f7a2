/** Which kinds of file are taken, under which names, and how each begins. */

interface FileKind {
  readonly endings: readonly string[];
  /** The bytes it begins with, in Latin letters; any where nothing is said. */
  readonly begins?: readonly string[];
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const wordEndings = ['doc', 'docx'] as const;

/** By media type. */
const fileKinds: Readonly<Record<string, FileKind>> = {
  'text/plain': { endings: ['txt'] },
  'application/pdf': { endings: ['pdf'], begins: ['%PDF'] },
  'text/xml': { endings: ['xml'], begins: ['<', '\u00ef\u00bb\u00bf<'] },
  'text/rtf': { endings: ['rtf', 'rtx'], begins: ['{\\rtf'] },
  'audio/basic': { endings: ['au'], begins: ['.snd'] },
  'audio/mpeg': { endings: ['mp3'], begins: ['ID3', '\u00ff'] },
  'image/png': { endings: ['png'], begins: ['\u0089PNG'] },
  'image/gif': { endings: ['gif'], begins: ['GIF8'] },
  'image/jpeg': { endings: ['jpg', 'jpe', 'jpeg'], begins: ['\u00ff\u00d8\u00ff'] },
  'image/tiff': { endings: ['tif', 'tiff'], begins: ['II*\u0000', 'MM\u0000*'] },
  'video/mpeg': { endings: ['mpg', 'mpeg', 'mpe'], begins: ['\u0000\u0000\u0001'] },
  'application/msword': { endings: wordEndings, begins: ['\u00d0\u00cf\u0011\u00e0', 'PK'] },
  [word]: { endings: wordEndings, begins: ['PK', '\u00d0\u00cf\u0011\u00e0'] },
  'application/dicom': { endings: ['dcm'] },
};

export const endingsOf = (type: string): readonly string[] | undefined =>
  Object.hasOwn(fileKinds, type) ? fileKinds[type]?.endings : undefined;

/** Whether the content is what its type says, as far as its first bytes tell. */
export function beginsLike(type: string, text: string): boolean {
  const { begins } = fileKinds[type] ?? {};
  return begins === undefined || begins.some((start) => text.startsWith(start));
}
