/** An assertion as it is put into a file, a terminal or a test. */
import { shellWord } from '../../../gateway/works/shell-words.ts';
import type { PageVisit } from '../../visit.ts';

export interface WrittenAssertion {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

type Assertion = Readonly<Record<string, unknown>>;

export function writtenAssertion(
  { base, key }: Pick<PageVisit, 'base' | 'key'>,
  assertion: Assertion,
  name: string,
): readonly WrittenAssertion[] {
  const line = JSON.stringify(assertion);
  const keyHeader = key === undefined ? '' : ` \\\n  -H "Authorization: Bearer $NHS_SANDBOX_KEY"`;
  const keyLine = key === undefined ? '' : '# NHS_SANDBOX_KEY holds the key of the workspace.\n';
  return [
    { id: 'json', name: 'JSON', text: JSON.stringify(assertion, undefined, 2) },
    {
      id: 'curl',
      name: 'curl',
      text: `${keyLine}curl -s ${shellWord(`${base}/_sandbox/journal/assert`)}${keyHeader} \\\n  -H 'Content-Type: application/json' --data-raw ${shellWord(JSON.stringify({ assertions: [assertion] }))}`,
    },
    {
      id: 'command',
      name: 'nhs-sandbox',
      text: `${keyLine}echo ${shellWord(line)} |\n  npx nhs-sandbox assert - --url ${shellWord(base)}`,
    },
    { id: 'vitest', name: 'vitest', text: testOf(assertion, name) },
  ];
}

const testOf = (assertion: Assertion, name: string): string => `import { test } from 'vitest';
import { useSandbox } from 'nhs-api-sandbox/vitest';

const sandbox = useSandbox();

test(${JSON.stringify(name)}, async () => {
  // Here your program does what it does.
  await sandbox.journal.assert(${JSON.stringify(assertion, undefined, 2).replaceAll('\n', '\n  ')});
});`;
