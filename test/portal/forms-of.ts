/** The forms of a page, and what a browser without script sends with each of them as it stands. */

export interface FormThere {
  readonly method: 'get' | 'post';
  /** The path that takes it, and what follows. */
  readonly action: string;
  readonly fields: URLSearchParams;
}

const entities: readonly (readonly [written: string, meant: string])[] = [
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&amp;', '&'],
];

export const unescaped = (text: string): string => entities.reduce((said, [written, meant]) => said.replaceAll(written, meant), text);

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1];
  return found === undefined ? undefined : unescaped(found);
};
const has = (tag: string, name: string): boolean => new RegExp(`\\s${name}(?=[\\s=/>])`, 'i').test(tag);

const control = /<input\b[^>]*>|<select\b[^>]*>[\s\S]*?<\/select>|<textarea\b[^>]*>[\s\S]*?<\/textarea>/gi;

/** One for each button, where a form has several that say what they do. */
export function formsOf(html: string, page: string): readonly FormThere[] {
  return [...html.matchAll(/(<form\b[^>]*>)([\s\S]*?)<\/form>/gi)].flatMap(([, tag = '', inside = '']) => {
    const fields = [...inside.matchAll(control)].flatMap(([one]) => sentOf(one));
    const buttons = [...inside.matchAll(/<button\b[^>]*>/gi)]
      .map(([button]) => button)
      .filter((button) => attribute(button, 'type') !== 'button');
    return (buttons.length > 0 ? buttons : ['']).map((button): FormThere => {
      const name = attribute(button, 'name');
      const action = attribute(button, 'formaction') ?? attribute(tag, 'action') ?? page;
      return {
        method: attribute(tag, 'method')?.toLowerCase() === 'post' ? 'post' : 'get',
        action: new URL(action, `http://page.test${page}`).pathname,
        fields: new URLSearchParams([...fields, ...(name === undefined ? [] : [[name, attribute(button, 'value') ?? '']])]),
      };
    });
  });
}

function sentOf(one: string): string[][] {
  const [tag = ''] = /^<[^>]*>/.exec(one) ?? [];
  const name = attribute(tag, 'name');
  if (name === undefined || has(tag, 'disabled')) return [];
  if (/^<textarea/i.test(tag)) return [[name, unescaped(one.slice(tag.length, one.lastIndexOf('<')))]];
  if (/^<select/i.test(tag)) {
    const options = [...one.matchAll(/(<option\b[^>]*>)([^<]*)/gi)];
    const chosen = options.find(([, option = '']) => has(option, 'selected')) ?? options[0];
    return chosen ? [[name, attribute(chosen[1] ?? '', 'value') ?? unescaped(chosen[2] ?? '')]] : [];
  }
  const type = attribute(tag, 'type') ?? 'text';
  if (type === 'file' || ((type === 'checkbox' || type === 'radio') && !has(tag, 'checked'))) return [];
  return [[name, attribute(tag, 'value') ?? (type === 'checkbox' ? 'on' : '')]];
}
