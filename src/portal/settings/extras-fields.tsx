/** What the sandbox has that the real services have not: each is there, or left out. */
import type { operations } from '../../generated/sandbox-control.types.ts';
import { OneChoice, Choices } from '../page/choice.tsx';

export type Extra = operations['list-extras']['responses']['200']['content']['application/json']['extras'][number];

/** Whether access is open has a part of its own. */
export const openAccess = 'open-access';

export const leavable = (extras: readonly Extra[]): readonly Extra[] =>
  extras.filter(({ name, canBeLeftOut }) => canBeLeftOut && name !== openAccess);

interface ExtrasFieldsProps {
  readonly extras: readonly Extra[];
  readonly isTicked: (name: string) => boolean;
  readonly fault: string | undefined;
}

export function ExtrasFields({ extras, isTicked, fault }: ExtrasFieldsProps) {
  return (
    <>
      <Choices
        id="extras"
        legend="What makes it easier than the real services"
        hint="Without a tick, it is as at the real service."
        fault={fault}
      >
        {leavable(extras).map(({ name, what, without }) => (
          <OneChoice
            type="checkbox"
            name={`extra-${name}`}
            value="there"
            words={`${name}: ${what}`}
            hint={`Without it: ${without}`}
            checked={isTicked(name)}
          />
        ))}
      </Choices>
      <details>
        <summary>What cannot be left out</summary>
        <ul>
          {extras
            .filter(({ canBeLeftOut }) => !canBeLeftOut)
            .map(({ name, what, without }) => (
              <li>
                {name}: {what} {without}
              </li>
            ))}
        </ul>
      </details>
    </>
  );
}
