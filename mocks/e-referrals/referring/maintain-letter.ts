/** The referral letter: the files that are sent are all of it from then on. */
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { attachedFiles } from '../attachments/attached.ts';
import { readParameters, type Wanted } from '../bodies/parameters.ts';
import { readFiles } from '../bodies/files.ts';
import { refused, refusedFor } from '../faults/refusals.ts';
import { answered, changeReferral, nowOf, type Changes } from '../referral/change.ts';
import type { Referral } from '../referral/referral.ts';

const wanted: Readonly<Record<string, Wanted>> = { referralLetterFile: { kind: 'resource', isRequired: true, isList: true } };

export const maintainLetter = (call: AnyCall) =>
  answered(
    call,
    changeReferral(call, {
      event: 'maintain letter',
      reads: () => {
        const read = readParameters(bodyOf(call), wanted);
        const files = readFiles(read.all('referralLetterFile'), 'REFERRER');
        return refusedFor([...read.faults, ...files.faults]) ?? files;
      },
      makes: (_, found, { files }) => withLetter(call, found, files),
    }),
  );

function withLetter(call: AnyCall, found: Referral, named: Parameters<typeof attachedFiles>[1]): Changes | Problem {
  const files = attachedFiles(call, named, { type: 'REFERRER', ubrn: found.ubrn });
  if ('problem' in files) return files;
  const others = found.attachments.filter(({ type }) => type !== 'REFERRER');
  const before = found.attachments.filter(({ type }) => type === 'REFERRER');
  const keyOf = (all: Referral['attachments']): string => JSON.stringify(all.map(({ id, description }) => [id, description]).toSorted());
  if (keyOf(before) === keyOf(files)) return refused('NO_CHANGES_DETECTED', 'These are the files that are there.');
  const now = nowOf(call);
  return { attachments: [...others, ...files], clinicalFirst: found.clinicalFirst ?? now, clinicalLast: now, intendsLetter: false };
}
