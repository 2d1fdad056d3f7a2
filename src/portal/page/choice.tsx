/** Some things of which one is chosen, each with what it means, and with fields of its own that are there once it is chosen. */
import type { Child } from 'hono/jsx';

interface ChoicesProps {
  readonly id: string;
  readonly legend: string;
  readonly hint?: string | undefined;
  /** What is wrong with what was chosen. */
  readonly fault?: string | undefined;
  readonly class?: string;
  readonly children: Child;
}

export function Choices({ id, legend, hint, fault, children, ...rest }: ChoicesProps) {
  const told = [hint !== undefined && `${id}-hint`, fault !== undefined && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <fieldset class={rest.class ?? 'choice-group'} aria-describedby={told === '' ? undefined : told}>
      <legend>{legend}</legend>
      {hint !== undefined && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {fault !== undefined && (
        <span class="hint bad" id={`${id}-fault`}>
          {fault}
        </span>
      )}
      {children}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly words: string;
  readonly hint?: string | undefined;
  readonly checked: boolean;
  /** One of several, unless it says that each is for itself. */
  readonly type?: 'radio' | 'checkbox';
  readonly children?: Child;
}

export function OneChoice({ name, value, words, hint, checked, type = 'radio', children }: ChoiceProps) {
  const id = `${name}-${value === '' ? 'none' : value}`;
  return (
    <div class="one-choice">
      <input
        type={type}
        id={id}
        name={name}
        value={value}
        checked={checked}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
      <label for={id}>{words}</label>
      {hint !== undefined && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children !== undefined && <div class="of-choice">{children}</div>}
    </div>
  );
}
