/** One field of the form with its label, a hint, and what is wrong with what was typed. */
import type { AskedField, AskedFor } from './asked-for.ts';

export type WrongFields = Readonly<Partial<Record<AskedField, string>>>;

export interface FieldProps {
  readonly name: AskedField;
  readonly label: string;
  readonly hint?: string;
  readonly asked: AskedFor;
  readonly wrong: WrongFields;
}

export function TypedField({ name, label, hint, asked, wrong }: FieldProps) {
  const fault = wrong[name];
  return (
    <p>
      <label for={name}>
        {label}
        {hint !== undefined && <span class="hint">{hint}</span>}
        {fault !== undefined && <span class="hint bad">{fault}</span>}
      </label>
      <input id={name} name={name} value={asked[name]} autocomplete="off" aria-invalid={fault === undefined ? undefined : 'true'} />
    </p>
  );
}
