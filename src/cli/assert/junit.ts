/** Results of assertions as a report of JUnit, as CI servers read it: one test case for each. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { whyOf } from '../../control/assertions/told.ts';
import type { AssertionFile } from './annotations.ts';

type Asserted = components['schemas']['AssertedJournal'];
type Result = components['schemas']['AssertionResult'];

export function junit({ results }: Asserted, { file, lines }: AssertionFile): string {
  const many = (outcome: Result['outcome']): number => results.filter((result) => result.outcome === outcome).length;
  const counts = attributes({ tests: results.length, failures: many('fails'), errors: many('unknown') });
  const cases = results.map((result, i) => {
    const line = lines[i];
    const place = file === '-' ? {} : { file, ...(line !== undefined && { line }) };
    const said = attributes({ name: result.name, classname: file === '-' ? 'assertions' : file, ...place });
    return result.outcome === 'holds' ? `    <testcase${said}/>` : `    <testcase${said}>\n${failure(result)}\n    </testcase>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${counts}>`,
    `  <testsuite name="nhs-sandbox assert"${counts}>`,
    ...cases,
    '  </testsuite>',
    '</testsuites>\n',
  ].join('\n');
}

/** What cannot be told is an error: nobody has seen it fail. */
function failure(result: Result): string {
  const name = result.outcome === 'unknown' ? 'error' : 'failure';
  const said = attributes({ message: result.failures[0]?.message ?? '', type: name });
  return `      <${name}${said}>${escaped(whyOf(result).join('\n'))}</${name}>`;
}

const attributes = (those: Readonly<Record<string, string | number>>): string =>
  Object.entries(those)
    .map(([name, value]) => ` ${name}="${escaped(String(value)).replaceAll('"', '&quot;').replaceAll('\n', '&#10;')}"`)
    .join('');

/** XML 1.0 has no place for most control characters, not even escaped (§2.2). */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\t\n\r\x20-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\u{fffd}')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
