/** One field of the form: its name, what is wanted of it, and what is wrong with it. */

import { idOf } from './field-id.ts';

export interface FieldFacts {
  /** Its name in the form. */
  readonly field: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  /** Values that the contract allows. */
  readonly choices?: readonly string[];
  /** The same with words of their own. */
  readonly options?: readonly (readonly [value: string, words: string])[];
  /** One of the choices must be taken. */
  readonly isFixed?: boolean;
  /** Height, where it holds several lines. */
  readonly lines?: number;
  readonly sentAs?: string;
  /** What it says where nothing is chosen. */
  readonly none?: string;
}

interface FieldProps extends FieldFacts {
  readonly text: string;
  readonly fault: string | undefined;
}

export function RequestField({ field, label, hint, required, choices, options, isFixed, lines, sentAs, none, text, fault }: FieldProps) {
  const id = idOf(field);
  const told = {
    id,
    name: field,
    'aria-describedby': hint === undefined ? `${id}-fault` : `${id}-hint ${id}-fault`,
    'aria-invalid': fault === undefined ? undefined : ('true' as const),
    'aria-required': required ? ('true' as const) : undefined,
    'data-sent-as': sentAs,
  };
  const listed = options ?? choices?.map((choice) => [choice, choice] as const);
  const isOther = text !== '' && listed !== undefined && !listed.some(([value]) => value === text);
  return (
    <p class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {listed ? (
        <select {...told}>
          {!isFixed && <option value="">{none ?? (options ? 'The one that the request leads to' : 'None')}</option>}
          {listed.map(([value, words]) => (
            <option value={value} selected={value === text}>
              {words}
            </option>
          ))}
          {isOther && (
            <option value={text} selected>
              {text}
            </option>
          )}
        </select>
      ) : lines === undefined ? (
        <input {...told} value={text} autocomplete="off" spellcheck={false} />
      ) : (
        <textarea {...told} rows={lines} spellcheck={false} autocomplete="off">
          {`\n${text}`}
        </textarea>
      )}
      <span class="hint bad" id={`${id}-fault`}>
        {fault}
      </span>
    </p>
  );
}
