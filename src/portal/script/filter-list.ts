/** A list that shows only what holds the words typed in, and says how many those are. */
export function filterLists(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-filters]')) {
    const list = document.getElementById(input.dataset['filters'] ?? '');
    if (!list) continue;
    const show = (): void => filter(list, input.value);
    input.addEventListener('input', show);
    // What a browser has kept of the last visit counts as typed.
    if (input.value !== '') show();
  }
}

function filter(list: HTMLElement, typed: string): void {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const item of list.querySelectorAll<HTMLElement>('[data-filterable]')) {
    const text = `${item.closest('[data-group]')?.querySelector('h2')?.textContent ?? ''} ${item.textContent}`.toLowerCase();
    item.hidden = !words.every((word) => text.includes(word));
    if (!item.hidden) shown++;
  }
  for (const group of list.querySelectorAll<HTMLElement>('[data-group]'))
    group.hidden = !group.querySelector('[data-filterable]:not([hidden])');
  const said = document.querySelector(`[data-filtered="${CSS.escape(list.id)}"]`);
  if (said) said.textContent = words.length === 0 ? '' : `${shown} shown`;
}
