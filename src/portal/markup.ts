/** HTML from a template: every value is escaped, except what such a template made itself. */

export interface Markup {
  readonly markup: string;
}

type Value = string | Markup | readonly Markup[];

export function html(parts: readonly string[], ...values: readonly Value[]): Markup {
  return { markup: parts.map((part, i) => part + (i < values.length ? written(values[i] ?? '') : '')).join('') };
}

function written(value: Value): string {
  if (typeof value === 'string')
    return value
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;');
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
}
