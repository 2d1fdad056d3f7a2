/** Results of assertions as workflow commands of GitHub Actions, which it shows beside the file (docs.github.com, "Workflow commands"). */
import type { components } from '../../generated/sandbox-control.types.ts';
import { headOf, whyOf } from '../../control/assertions/told.ts';

type Asserted = components['schemas']['AssertedJournal'];

export interface AssertionFile {
  readonly file: string;
  readonly lines: readonly number[];
}

export function annotations({ results }: Asserted, { file, lines }: AssertionFile): readonly string[] {
  return results.flatMap((result, i) => {
    if (result.outcome === 'holds') return [];
    const place = file === '-' ? [] : [`file=${property(file)}`, `line=${lines[i] ?? 1}`];
    return [`::error ${[...place, `title=${property(headOf(result))}`].join(',')}::${data(whyOf(result).join('\n'))}`];
  });
}

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
