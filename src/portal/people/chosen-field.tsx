/** One field of the form that takes one of a few values, or any, with what is wrong with another that an address has brought. */
import type { FieldProps } from './typed-field.tsx';

interface ChosenFieldProps extends Omit<FieldProps, 'hint'> {
  /** Of no choice at all. */
  readonly unchosen?: string;
  readonly choices: readonly (readonly [value: string, words: string])[];
}

export function ChosenField({ name, label, unchosen = 'Any', choices, asked, wrong }: ChosenFieldProps) {
  const fault = wrong[name];
  return (
    <p>
      <label for={name}>
        {label}
        {fault !== undefined && <span class="hint bad">{fault}</span>}
      </label>
      <select id={name} name={name} aria-invalid={fault === undefined ? undefined : 'true'}>
        <option value="">{unchosen}</option>
        {choices.map(([value, words]) => (
          <option value={value} selected={asked[name] === value}>
            {words}
          </option>
        ))}
      </select>
    </p>
  );
}
