/** The documents of a patient as their practice keeps them: bytes of several kinds, and some that are too large to be sent. */
import type { DocumentEntry } from '../../../src/clinical-record.ts';
import type { PrintDocument } from '../../../src/fhir/clinical/documents.ts';
import { pdf } from '../../../src/fhir/pdf.ts';
import { xhtml } from '../../../src/fhir/clinical/concepts.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { showsOf } from '../../gp-practice/levels.ts';
import { marked } from '../../gp-practice/marked.ts';
import type { OnlinePatient } from '../../gp-practice/registered.ts';

/** Above this a system sends no document. */
export const mostBytes = 5 * 1024 * 1024;

/** What the patient may see: those of today are not reviewed yet, and nobody but the practice sees them. */
export function lettersOf({ population }: AnyCall, { person, access }: OnlinePatient): readonly DocumentEntry[] {
  const record = population.record(person.nhsNumber);
  if (!record || marked[person.nhsNumber]?.confidential?.includes('document')) return [];
  return record.of('document').filter(({ recorded }) => recorded < record.asOf && showsOf(access, recorded, 'documents'));
}

type Kind = 'pdf' | 'html' | 'text' | 'rtf';

/** Hospitals send PDF; what practices write themselves is as their systems make it. */
const kinds: Readonly<Record<DocumentEntry['sort'], Kind>> = {
  'referral-letter': 'rtf',
  'clinic-letter': 'pdf',
  'discharge-summary': 'pdf',
  result: 'text',
  certificate: 'html',
  'care-plan': 'html',
};

const encoded = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const printed: { readonly [Name in Kind]: (title: string, paragraphs: readonly string[]) => ReturnType<PrintDocument> } = {
  pdf: (title, paragraphs) => ({ contentType: 'application/pdf', bytes: pdf(title, paragraphs) }),
  text: (title, paragraphs) => ({ contentType: 'text/plain', bytes: encoded([title, ...paragraphs].join('\n\n')) }),
  html: (title, paragraphs) => ({
    contentType: 'text/html',
    bytes: encoded(
      `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>${xhtml(title)}</title><h1>${xhtml(title)}</h1>${paragraphs.map((text) => `<p>${xhtml(text)}</p>`).join('')}</html>`,
    ),
  }),
  rtf: (title, paragraphs) => ({
    contentType: 'text/rtf',
    bytes: encoded(`{\\rtf1\\ansi\\deff0 ${[title, ...paragraphs].map((text) => `{\\pard ${rtf(text)}\\par}`).join('\n')}}`),
  }),
};

/** Signs that the format has a meaning for, and those that it cannot write, by their number. */
const rtf = (text: string): string =>
  text
    .replace(/[\\{}]/g, '\\$&')
    .replaceAll('\n', '\\line ')
    .replace(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0)}?`);

/** The scan of a patient whose practice scans in colour. */
const scanOf = '9690937308';
const scanBytes = 6 * 1024 * 1024;

export const isTooLarge = (nhsNumber: string, { sort }: DocumentEntry): boolean => nhsNumber === scanOf && sort === 'discharge-summary';

export const print: PrintDocument = (entry, { about }) =>
  isTooLarge(about.person.nhsNumber, entry)
    ? { contentType: 'image/tiff', bytes: { length: scanBytes } as Uint8Array } // it is never sent: nothing but its size is looked at
    : printed[kinds[entry.sort]](entry.title, entry.paragraphs);
