import { expect, test } from 'vitest';
import { pdf } from '../../src/fhir/pdf.ts';

const latin1 = new TextDecoder('latin1');
const written = (title: string, paragraphs: readonly string[]): string => latin1.decode(pdf(title, paragraphs));

test('every object of the file stands where its table says', () => {
  const file = written('Clinic letter', ['Dear Dr Achebe,', 'Thank you for asking us to see them.']);
  expect(file).toMatch(/^%PDF-1\.4\n/);
  expect(file.endsWith('%%EOF\n')).toBe(true);
  const start = Number(/startxref\n(\d+)\n/.exec(file)?.[1]);
  expect(file.slice(start, start + 5)).toBe('xref\n');
  const offsets = [...file.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
  expect(offsets.length).toBeGreaterThan(6);
  for (const [n, offset] of offsets.entries()) expect(file.slice(offset, offset + 8)).toMatch(new RegExp(`^${n + 1} 0 obj`));
});

test('the length of a page is that of its stream', () => {
  const file = written('Letter', ['A line.']);
  const [, length, stream] = /<< \/Length (\d+) >>\nstream\n([^]*?)\nendstream/.exec(file) ?? [];
  expect(stream).toHaveLength(Number(length));
});

test('a long letter goes on over the page, and every page says that its data is synthetic', () => {
  const file = written(
    'Letter',
    Array.from({ length: 60 }, (_, n) => `Paragraph ${n}. ${'Word after word. '.repeat(20)}`),
  );
  const pages = file.match(/\/Type \/Page /g) ?? [];
  expect(pages.length).toBeGreaterThan(2);
  expect(file.match(/\(Synthetic data\. Not a real patient\.\) Tj/g)).toHaveLength(pages.length);
});

test('names are written with the letters that the font has', () => {
  const file = written('Letter (final)', ['Zoë O’Brien, Łucja Nuñez, Nguyễn, 李']);
  expect(file).toContain(String.raw`(Letter \(final\)) Tj`);
  expect(file).toContain('(Zo\xeb O\u2019Brien, Lucja Nu\xf1ez, Nguyen, ?) Tj');
});
