/** What an API tells of a person, asked when its section is opened for the first time. Whatever it says is text. */
import type { ToldAnswer } from '../people/told-answer.ts';

export function askToldWhenOpened(): void {
  for (const section of document.querySelectorAll<HTMLDetailsElement>('details[data-told]')) {
    if (section.open) continue;
    section.addEventListener('toggle', () => void show(section), { once: true });
  }
}

async function show(section: HTMLDetailsElement): Promise<void> {
  const reading = section.querySelector('[data-told-reading]');
  const body = section.querySelector('[data-told-body]');
  if (!reading || !body) return;
  reading.textContent = 'Asking …';
  const told = await ask(section.dataset['told'] ?? '');
  if (!told) {
    reading.textContent = 'It could not be asked. Load the page again to try once more.';
    return;
  }
  const line = made('p', made('strong', String(told.status)), ` ${told.reading} `);
  if (told.explained !== undefined) {
    const link = made('a', 'Why it answered so');
    link.href = told.explained;
    line.append(link);
  }
  reading.replaceChildren(line);
  const text = made('pre', told.body);
  text.tabIndex = 0;
  body.replaceChildren(made('details', made('summary', 'The whole answer'), text));
}

async function ask(address: string): Promise<ToldAnswer | undefined> {
  try {
    const answer = await fetch(address, { headers: { Accept: 'application/json' } });
    return answer.ok ? ((await answer.json()) as ToldAnswer) : undefined; // what the server beside this script answers
  } catch {
    return undefined;
  }
}

function made<Name extends keyof HTMLElementTagNameMap>(name: Name, ...children: readonly (string | Node)[]): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.append(...children);
  return element;
}
