/** What documents have in common stands in a bundle once, and each document is still what it was, byte for byte. */
import { expect, test } from 'vitest';
import { shareTexts } from '../../src/cli/build/shared-texts.ts';
import { generatedContracts } from '../../src/generated/catalogue.ts';

/** The documents as a program has them that runs what was written. */
async function put(
  documents: readonly string[],
): Promise<{ readonly texts: readonly string[]; readonly module: string; readonly size: number }> {
  const { module, expressions } = shareTexts(documents, 'shared');
  const shared = module.replaceAll('export const ', 'shared.').replaceAll(/'\+(text\d+)\+'/g, "'+shared.$1+'");
  const program = `const shared = {};\n${shared}\nexport const texts = [${expressions.join(',\n')}];`;
  const ran: unknown = await import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(program).toString('base64')}`);
  const { texts } = ran as { readonly texts: readonly string[] }; // as the program above exports them
  return { texts, module, size: module.length + expressions.join('').length };
}

const long = { description: 'It’s a "long" text\\ of two\nlines\u2028. '.repeat(5) };

test('what two documents say is written once, also where it is inside something else that they both say', async () => {
  const outer = { inner: long, of: 'outer' };
  const documents = [{ a: outer, b: [long, 1, null] }, { c: outer, 'it’s': { d: 'short' } }, { c: 'short' }].map((value) =>
    JSON.stringify(value),
  );
  const { texts, module } = await put(documents);
  expect(texts).toEqual(documents);
  expect(module.match(/a \\?"?\\+"?long/g)).toHaveLength(5);
  expect(module.match(/export const/g)).toHaveLength(2);
});

test('our contracts are what they were, and take less room', async () => {
  const contracts = await Promise.all(Object.values(generatedContracts).map((load) => load()));
  const documents = contracts.flatMap(({ document, examples }) => [document, examples]);
  const { texts, size } = await put(documents);
  expect(texts).toEqual(documents);
  expect(size).toBeLessThan(documents.join('').length * 0.9);
});
