/** The fields of a form that say what goes wrong: every kind that the contract knows, in its order, with the words and limits that it gives them. */
import { limitsInWords, type OwnSchema, type SchemaOf } from '../own-schemas.ts';
import { OneChoice, Choices } from '../page/choice.tsx';
import { Field } from '../page/field.tsx';
import { faultAt, type Refused } from '../page/refusal.tsx';
import { numberTyped } from '../page/number-typed.ts';
import { filledIn, type TextOf } from '../rules/typed.ts';

interface Kind {
  /** Unlike any other of the form. */
  readonly key: string;
  readonly type: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly fields: readonly { readonly name: string; readonly schema: OwnSchema; readonly isOptional: boolean }[];
}

/** So many stand first; the others are folded. */
const usual = 4;

export function kindsIn(schemaOf: SchemaOf): readonly Kind[] {
  const kinds = schemaOf('FaultEffect').oneOf ?? [];
  return kinds.map(({ title, description, properties: { type, ...others } = {}, required = [] }, index) => ({
    key: `effect-${index + 1}`,
    type: type?.const ?? '',
    title: title ?? type?.const ?? '',
    description,
    fields: Object.entries(others).map(([name, schema]) => ({ name, schema: schemaOf(schema), isOptional: !required.includes(name) })),
  }));
}

export function effectTyped(typed: TextOf, kinds: readonly Kind[]): Readonly<Record<string, unknown>> {
  const kind = chosenOf(typed, kinds);
  if (!kind) return {};
  const members = kind.fields.map(({ name, schema }) => [name, valueTyped(typed(`${kind.key}-${name}`), schema)] as const);
  return { type: kind.type, ...filledIn(Object.fromEntries(members)) };
}

const chosenOf = (typed: TextOf, kinds: readonly Kind[]): Kind | undefined => kinds.find(({ key }) => key === typed('effect')) ?? kinds[0];

const valueTyped = (text: string, { type, enum: values }: OwnSchema): string | number | undefined =>
  type === 'integer' || type === 'number' || typeof values?.[0] === 'number' ? numberTyped(text) : text;

interface EffectFieldsProps {
  readonly typed: TextOf;
  readonly refused: Refused | undefined;
  readonly kinds: readonly Kind[];
}

export function EffectFields({ typed, refused, kinds }: EffectFieldsProps) {
  const chosen = chosenOf(typed, kinds);
  const choice = (kind: Kind) => (
    <OneChoice name="effect" value={kind.key} words={kind.title} hint={kind.description} checked={kind === chosen}>
      {kind.fields.map(({ name, schema, isOptional }) => (
        <Field
          name={`${kind.key}-${name}`}
          label={`${schema.title ?? name}${isOptional ? ' (optional)' : ''}`}
          {...hintOf(schema)}
          fault={kind === chosen ? faultAt(refused, `/effect/${name}`) : undefined}
          value={typed(`${kind.key}-${name}`)}
          size={10}
          {...(schema.enum && { choices: schema.enum.map((value) => [String(value), String(value)] as const) })}
        />
      ))}
    </OneChoice>
  );
  const [first, others] = [kinds.slice(0, usual), kinds.slice(usual)];
  return (
    <Choices class="choice-group part" id="effect" legend="What goes wrong" fault={faultAt(refused, '/effect/type')}>
      {first.map(choice)}
      <details open={chosen && others.includes(chosen)}>
        <summary>Worse, or stranger</summary>
        {others.map(choice)}
      </details>
    </Choices>
  );
}

function hintOf(schema: OwnSchema): { readonly hint?: string } {
  const said = [schema.description, limitsInWords(schema)].filter((one) => one !== undefined).join(' ');
  return said === '' ? {} : { hint: said };
}
