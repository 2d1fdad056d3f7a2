/** Faults of a pointer that its schema finds and the service only later, with words of its own, once the rest is as it should be. */
import type { Fault } from '../../src/mock/problem.ts';
import { nhsNumberSystem, odsSystem } from './pointer.ts';
import { refused } from './refusals.ts';

interface Ruled {
  readonly is: (fault: Fault) => boolean;
  readonly said: (fault: Fault) => ReturnType<typeof refused>;
}

const invalid = (diagnostics: string, issue: string): ReturnType<typeof refused> => refused('INVALID_RESOURCE', diagnostics, { issue });

const systemOf = (member: string, diagnostics: string): Ruled => ({
  is: ({ pointer, keyword }) => pointer === `/${member}/identifier/system` && keyword === 'const',
  said: () => refused('INVALID_IDENTIFIER_SYSTEM', diagnostics),
});

/** In the order in which the service looks: all of the first that has any, and none of the next. */
const stages: readonly (readonly Ruled[])[] = [
  [
    {
      is: ({ pointer, keyword }) => keyword === 'required' && /^\/(custodian|id|type|status|subject|category)$/.test(pointer),
      said: ({ pointer }) => invalid(`The required field '${pointer.slice(1)}' is missing`, 'required'),
    },
  ],
  [
    {
      is: ({ keyword }) => keyword === 'additionalProperties',
      said: () => invalid('The resource contains extra fields', 'invalid'),
    },
  ],
  [
    {
      is: ({ pointer, keyword }) => keyword === 'required' && /^\/(custodian|subject)\/identifier$/.test(pointer),
      said: ({ pointer }) => invalid(`${pointer.startsWith('/c') ? 'Custodian' : 'Subject'} must have an identifier`, 'required'),
    },
  ],
  [
    systemOf('custodian', `Provided custodian identifier system is not the ODS system (expected: '${odsSystem}')`),
    systemOf('subject', `Provided subject identifier system is not the NHS number system (expected '${nhsNumberSystem}')`),
  ],
];

/** None where any fault is another: those are all told, and these not yet. */
export function ofPointer(faults: readonly Fault[]): readonly { readonly said: ReturnType<typeof refused>; readonly fault: Fault }[] {
  const all = stages.flat();
  if (!faults.every((fault) => all.some(({ is }) => is(fault)))) return [];
  const stage = stages.find((each) => faults.some((fault) => each.some(({ is }) => is(fault)))) ?? [];
  return faults.flatMap((fault) => stage.flatMap(({ is, said }) => (is(fault) ? [{ said: said(fault), fault }] : [])));
}
