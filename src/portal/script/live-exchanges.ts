/** The list of exchanges goes on by itself: asks for those that came since, and puts them on top. Nothing that has the focus is moved or taken away. */
import { parts, rowOf } from '../exchanges/row.ts';
import type { Exchanged } from '../exchanges/words.ts';

const pause = 2_000;
/** As many as the sandbox keeps. */
const mostRows = 1_000;

export function liveExchanges(): void {
  const live = document.getElementById('live');
  const region = document.getElementById('exchanges');
  const body = region?.querySelector('tbody');
  const empty = region?.querySelector('template')?.content.firstElementChild;
  const button = live?.querySelector('button');
  const said = live?.querySelector('[role=status]');
  if (!live || !region || !body || !empty || !button || !said) return;
  const { pages = '', asks = '' } = live.dataset;
  let newest = live.dataset['newest'];
  let count = 0;
  let isOn = true;
  let isAsking = false;

  const say = (text: string): void => {
    if (said.textContent !== text) said.textContent = text;
  };

  async function look(): Promise<void> {
    if (!isOn || isAsking || document.hidden) return;
    isAsking = true;
    try {
      const answer = await fetch(newest === undefined ? asks : `${asks}&since=${encodeURIComponent(newest)}`);
      if (answer.ok) show(((await answer.json()) as { readonly exchanges: readonly Exchanged[] }).exchanges);
      else if (answer.status === 429 || answer.status >= 500) say('The sandbox does not answer now. It is asked again.');
      else stop('The sandbox no longer shows them. Load the page again to see why.');
    } catch {
      say('The sandbox does not answer now. It is asked again.');
    } finally {
      isAsking = false;
    }
  }

  function show(exchanges: readonly Exchanged[]): void {
    if (!isOn || exchanges.length === 0 || !body || !empty || !region) return;
    newest = exchanges[0]?.id ?? newest;
    body.prepend(...exchanges.map((exchange) => filled(empty, exchange, pages)));
    for (const row of [...body.rows].slice(mostRows)) if (!row.contains(document.activeElement)) row.remove();
    region.hidden = false;
    document.getElementById('nothing')?.remove();
    count += exchanges.length;
    say(count === 1 ? '1 new exchange.' : `${count} new exchanges since this page was opened.`);
  }

  function stop(text: string): void {
    isOn = false;
    if (button) button.textContent = 'Look for new ones';
    say(text);
  }

  button.addEventListener('click', () => {
    if (isOn) return stop('No new ones are looked for.');
    isOn = true;
    button.textContent = 'Stop looking for new ones';
    say('New exchanges appear here by themselves.');
    void look();
  });
  document.addEventListener('visibilitychange', () => void look());
  setInterval(() => void look(), pause);
}

function filled(empty: Element, exchange: Exchanged, pages: string): Node {
  const row = empty.cloneNode(true) as Element; // of an element, as it is
  const said = rowOf(exchange);
  for (const name of parts) {
    const part = row.querySelector(`[data-part=${name}]`);
    const { text, leadsTo } = said[name];
    if (!part) continue;
    if (text === '') part.remove();
    else part.textContent = text;
    if (leadsTo !== undefined) part.setAttribute('href', pages + leadsTo);
  }
  return row;
}
