/** What is said of an answer, as elements of the page: every text as text. */
import { idOf } from '../try/field-id.ts';
import type { ToldPart } from '../try/told.ts';

interface Made {
  readonly text?: string;
  readonly holds?: readonly Node[];
  readonly href?: string;
  readonly type?: string;
  readonly class?: string;
  readonly tabindex?: string;
}

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  { text, holds = [], ...attributes }: Made,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  if (text !== undefined) made.textContent = text;
  made.append(...holds);
  return made;
}

export function partElement(part: ToldPart): HTMLElement {
  switch (part.is) {
    case 'heading':
      return element('h4', { text: part.text });
    case 'text':
      return element('p', { text: part.text });
    case 'code':
      return element('pre', { tabindex: '0', holds: [element('code', { text: part.text })] });
    case 'list':
      return element('ul', {
        holds: part.items.map(({ text, field }) =>
          field === undefined ? element('li', { text }) : element('li', { holds: [element('a', { text, href: `#${idOf(field)}` })] }),
        ),
      });
    default:
      return element('details', {
        holds: [
          element('summary', { text: part.name }),
          element('dl', { holds: part.rows.flatMap(([name, value]) => [element('dt', { text: name }), element('dd', { text: value })]) }),
        ],
      });
  }
}
