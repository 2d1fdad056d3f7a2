/** Whom an API lets in, over all its operations. */
import type { components } from '../../../generated/sandbox-control.types.ts';
import { to, type PageVisit } from '../../visit.ts';
import { Now } from './access-words.tsx';
import { wantedInWords } from './wanted-in-words.ts';

type ToldAccess = components['schemas']['OperationAccess'];
type Mode = keyof NonNullable<ToldAccess['modes']>;

interface ApiAccessProps {
  readonly visit: PageVisit;
  readonly operations: readonly components['schemas']['ListedOperation'][];
}

const callers: readonly (readonly [mode: Mode, words: string])[] = [
  ['user-restricted', 'A member of staff who is signed in'],
  ['patient-access', 'A patient who is signed in'],
  ['application-restricted', 'An application alone'],
];

export function ApiAccess({ visit, operations }: ApiAccessProps) {
  const accesses = operations.flatMap(({ access }) => access ?? []);
  const ways = [...new Set(accesses.flatMap(({ alternatives }) => alternatives.map(wantedInWords)))].slice(0, 5);
  const told = accesses.flatMap(({ modes }) => modes ?? []);
  return (
    <>
      <h2 id="access">Who may ask</h2>
      {ways.length === 0 ? (
        <p>Its contract asks for nothing of its callers: whoever asks is let in, also where access is strict.</p>
      ) : (
        <>
          <p>Where access is strict it wants {ways.join('; or ')}.</p>
          {told.length > 0 && (
            <ul>
              {callers.map(([mode, words]) => (
                <li>
                  {words}: {howMany(told.map((modes) => modes[mode]))}
                </li>
              ))}
            </ul>
          )}
          <Now visit={visit} isStrict={accesses.some(({ isStrict }) => isStrict)} />
          <p>
            <a href={to(visit, '/tokens')}>Get a token</a> · <a href={to(visit, '/applications')}>Applications and their keys</a>
          </p>
        </>
      )}
    </>
  );
}

function howMany(admitted: readonly ('all' | 'own' | 'some' | 'none')[]): string {
  const letIn = admitted.filter((part) => part !== 'none');
  if (letIn.length === 0) return 'refused';
  const own = letIn.includes('own') ? ', to what is their own' : letIn.includes('some') ? ', to some with leave of its own' : '';
  return (letIn.length === admitted.length ? 'let in' : `let in to ${letIn.length} of ${admitted.length} operations`) + own;
}
