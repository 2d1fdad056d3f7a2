/** One setting as a field: what it is about, what it may be, and whether somebody has changed it. */
import { limitsInWords, type SchemaOf } from '../own-schemas.ts';
import { OneChoice, Choices } from '../page/choice.tsx';
import { Field } from '../page/field.tsx';
import { settingLabels, fieldValueOf, type FieldSetting, type ShownSettings } from './setting-words.ts';

interface SettingFieldProps {
  readonly name: FieldSetting;
  readonly schemaOf: SchemaOf;
  readonly value: string;
  readonly now: ShownSettings;
  readonly atFirst: ShownSettings;
  readonly fault: string | undefined;
}

export function SettingField({ name, schemaOf, value, now, atFirst, fault }: SettingFieldProps) {
  const change = schemaOf('SettingsChange').properties?.[name] ?? {};
  const told = schemaOf('Settings').properties?.[name] ?? {};
  const first = fieldValueOf(atFirst, name);
  const isChanged = fieldValueOf(now, name) !== first;
  const shared = { label: settingLabels[name], fault };
  const changed = isChanged ? `Changed: the default here is ${first}.` : undefined;
  if (change.enum) {
    const means = told['x-enumDescriptions'] ?? {};
    return (
      <Choices id={name} legend={shared.label} hint={changed} fault={fault}>
        {change.enum
          .filter((one) => one !== null)
          .map((one) => (
            <OneChoice
              name={name}
              value={String(one)}
              words={`${String(one)}${String(one) === first ? ' (default)' : ''}`}
              hint={means[String(one)]}
              checked={String(one) === value}
            />
          ))}
      </Choices>
    );
  }
  const hint = [
    (told.description ?? change.description ?? '').replaceAll('`', ''),
    limitsInWords(change),
    changed ?? 'This is the default.',
  ]
    .filter(Boolean)
    .join(' ');
  return <Field name={name} {...shared} hint={hint} value={value} size={12} />;
}
