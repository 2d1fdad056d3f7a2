/** Whom an operation lets in, in words: a line for each kind of caller, and what each has to show. */
import type { components } from '../../../generated/sandbox-control.types.ts';

type ToldAccess = components['schemas']['OperationAccess'];

const callers = [
  ['user-restricted', 'A member of staff who is signed in'],
  ['patient-access', 'A patient who is signed in'],
  ['application-restricted', 'An application alone'],
] as const;

const admitted = {
  all: 'let in',
  own: 'let in to what is their own, once they have proved who they are (P9)',
  some: 'let in to a part, or with leave of its own',
  none: 'the real service refuses them here',
} as const;

export function AccessLines({ access: { modes, isOptional } }: { readonly access: ToldAccess }) {
  if (!modes) return null;
  return (
    <ul class="facts">
      {callers.map(([mode, words]) => (
        <li>
          {words}: <strong>{modes[mode] === 'none' ? 'no' : 'yes'}</strong>,{' '}
          {mode === 'application-restricted' ? admitted[modes[mode]].replace('them', 'it') : admitted[modes[mode]]}
        </li>
      ))}
      {isOptional && <li>Whoever shows nothing: yes</li>}
    </ul>
  );
}
