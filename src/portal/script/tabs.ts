/** Folded parts of which one is looked at become tabs: arrows, Home and End move between them (ARIA Authoring Practices, Tabs). */

export function makeTabs(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-tabs]')) tabsOf(place);
}

interface Tab {
  readonly tab: HTMLButtonElement;
  readonly panel: HTMLElement;
}

function tabsOf(place: HTMLElement): void {
  const folded = [...place.querySelectorAll<HTMLDetailsElement>('details')];
  const list = document.createElement('div');
  list.setAttribute('role', 'tablist');
  list.setAttribute('aria-labelledby', place.getAttribute('aria-labelledby') ?? '');
  const tabs = folded.map((details, i) => tabFrom(details, `${place.id}-tab-${i}`));
  list.append(...tabs.map(({ tab }) => tab));
  folded[0]?.before(list);
  for (const details of folded) details.remove();
  list.after(...tabs.map(({ panel }) => panel));
  tabs.forEach(({ tab }, i) => {
    tab.addEventListener('click', () => choose(tabs, i));
    tab.addEventListener('keydown', (event) => {
      const last = tabs.length - 1;
      const next = { ArrowRight: i === last ? 0 : i + 1, ArrowLeft: i === 0 ? last : i - 1, Home: 0, End: last }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      choose(tabs, next);
      tabs[next]?.tab.focus();
    });
  });
  choose(tabs, 0);
}

function tabFrom(details: HTMLDetailsElement, id: string): Tab {
  const summary = details.querySelector('summary');
  const tab = document.createElement('button');
  tab.type = 'button';
  tab.id = id;
  tab.textContent = summary?.textContent ?? '';
  tab.setAttribute('role', 'tab');
  tab.setAttribute('aria-controls', `${id}-panel`);
  const panel = document.createElement('div');
  panel.id = `${id}-panel`;
  panel.setAttribute('role', 'tabpanel');
  panel.setAttribute('aria-labelledby', id);
  for (const [name, value] of Object.entries(details.dataset)) panel.dataset[name] = value ?? '';
  summary?.remove();
  panel.append(...details.childNodes);
  return { tab, panel };
}

function choose(tabs: readonly Tab[], chosen: number): void {
  tabs.forEach(({ tab, panel }, i) => {
    tab.setAttribute('aria-selected', String(i === chosen));
    tab.tabIndex = i === chosen ? 0 : -1;
    panel.hidden = i !== chosen;
  });
}
