/** One field of a form: its label, what is wanted of it, and what is wrong with what was typed. */

interface FieldProps {
  /** Its name in the form; unique on its page, unless `id` is. */
  readonly name: string;
  readonly id?: string;
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with it. */
  readonly fault?: string | undefined;
  readonly value?: string | undefined;
  readonly required?: boolean;
  /** How the text is typed: text, unless it says otherwise. */
  readonly type?: 'text' | 'number' | 'password' | 'url' | 'datetime-local';
  /** A field of several lines. */
  readonly lines?: number;
  /** One of these is chosen. */
  readonly choices?: readonly (readonly [value: string, words: string])[];
  readonly size?: number;
  readonly maxlength?: number;
}

export function Field({ name, id = name, label, hint, fault, value = '', required, lines, choices, ...typed }: FieldProps) {
  const told = [hint !== undefined && `${id}-hint`, fault !== undefined && `${id}-fault`].filter(Boolean).join(' ');
  const attributes = {
    id,
    name,
    required: required || undefined,
    'aria-invalid': fault === undefined ? undefined : ('true' as const),
    'aria-describedby': told === '' ? undefined : told,
  };
  return (
    <p class="field">
      <label for={id}>{label}</label>
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
      {choices ? (
        <select {...attributes}>
          {choices.map(([chosen, words]) => (
            <option value={chosen} selected={chosen === value}>
              {words}
            </option>
          ))}
        </select>
      ) : lines === undefined ? (
        <input {...attributes} {...typed} value={value} autocomplete="off" />
      ) : (
        <textarea {...attributes} rows={lines} spellcheck={false}>
          {value}
        </textarea>
      )}
    </p>
  );
}
