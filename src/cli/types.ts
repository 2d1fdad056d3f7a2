/** `nhs-sandbox types`: TypeScript types of a contract, for a client that is checked against it. */
import manifest from '../../package.json' with { type: 'json' };
import { writeFileSync } from 'node:fs';
import type { OpenAPI3 } from 'openapi-typescript';
import { defineCommand } from './command.ts';
import { limitOptions, limitsOf } from './contract-limits.ts';
import { Failure, UsageError } from './failure.ts';
import { textOption } from './options.ts';
import { readContracts } from './read-contracts.ts';
import { versionText } from './check/version-text.ts';

export const command = defineCommand({
  name: 'types',
  summary: 'Writes TypeScript types of a contract.',
  usage: '<contract> [options]',
  about: [
    'The types are what openapi-typescript makes of the contract as it is served: upgraded to OpenAPI 3.1 and mended. They go with ' +
      'openapi-fetch: createClient<paths>({ baseUrl }).',
  ],
  examples: [
    ['types ./my-api.yaml --out my-api.d.ts', 'into a file'],
    ['types ./my-api.yaml', 'to the terminal'],
  ],
  options: { out: textOption('file', 'Write to this file.'), ...limitOptions },
  async run({ out, ...limits }, words, terminal) {
    if (words.length !== 1) throw new UsageError('types wants one contract: a file, or a name of the catalogue');
    const [served] = await readContracts(words, { limits: limitsOf(limits) });
    if (!served) return 1;
    const { default: openapiTypes, astToString } = await loadTool();
    // A contract that was loaded is an OpenAPI 3.1 document with references into itself only.
    const document = structuredClone(served.contract.document) as unknown as OpenAPI3;
    const types = astToString(await openapiTypes(document, { silent: true }));
    const page = `// Types of ${oneLine(served.contract.title)} ${versionText(served.contract.version)}, written by "nhs-sandbox types".\n${types}`;
    if (out === undefined) terminal.out(page);
    else writeFileSync(out, page);
    return 0;
  },
});

/** A title may hold whatever its author likes; in a comment it must not end the line. */
const oneLine = (words: string): string => words.replace(/\s+/g, ' ');

/** Not installed with the package, since it brings the TypeScript compiler along. */
async function loadTool() {
  try {
    return await import('openapi-typescript');
  } catch (error) {
    throw new Failure(
      'types needs openapi-typescript and TypeScript 5: npm install --save-dev openapi-typescript typescript@5, or where the project has ' +
        `another TypeScript, with this package by its file, npx --package=./nhs-api-sandbox-${manifest.version}.tgz --package=openapi-typescript --package=typescript@5 nhs-sandbox types …`,
      { cause: error },
    );
  }
}
