/** A file of assertions, in YAML or JSON, and where each of them begins in it. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { UsageError } from '../failure.ts';
import { readNamedFile } from '../remote/named-file.ts';
import { readTreeIn } from '../remote/read-tree-in.ts';

type Assertion = components['schemas']['Assertion'];
interface Assertions {
  readonly since?: string;
  readonly assertions: Assertion[];
}

export interface ReadAssertions {
  readonly body: Assertions;
  /** The line of each, where it can be seen. */
  readonly lines: readonly number[];
}

/** The sandbox says what is wrong with an assertion. */
export function readAssertions(file: string): ReadAssertions {
  const text = readNamedFile(file);
  const read = readTreeIn(file, text, UsageError);
  const isWhole = typeof read === 'object' && read !== null && 'assertions' in read;
  const body = (isWhole ? read : { assertions: Array.isArray(read) ? read : [read] }) as Assertions; // checked where it is sent
  return { body, lines: linesOf(text, Array.isArray(body.assertions) ? body.assertions.length : 0) };
}

/** Of a list in YAML, the items that are indented the least; none where they are others than there are assertions. */
function linesOf(text: string, many: number): readonly number[] {
  const items = text.split('\n').flatMap((line, i) => {
    const indent = /^( *)- /.exec(line)?.[1]?.length;
    return indent === undefined ? [] : [{ indent, line: i + 1 }];
  });
  const least = Math.min(...items.map(({ indent }) => indent));
  const outermost = items.filter(({ indent }) => indent === least).map(({ line }) => line);
  return outermost.length === many ? outermost : [];
}
