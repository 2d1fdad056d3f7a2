/** Parts of a page that go on by themselves: read again with the page that they are of. Nothing that somebody is at is taken from under them. */

const pause = 2_000;
const presentTime = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

export function goOnLive(): void {
  for (const line of document.querySelectorAll<HTMLElement>('[data-live]')) goOn(line);
}

function goOn(line: HTMLElement): void {
  const id = line.dataset['live'] ?? '';
  const button = line.querySelector('button');
  const said = line.querySelector('[role=status]');
  if (!button || !said) return;
  const begun = said.textContent;
  let isOn = true;
  let isAsking = false;
  let shown = document.getElementById(id)?.outerHTML;

  async function look(): Promise<void> {
    if (!isOn || isAsking || document.hidden || !button || !said) return;
    isAsking = true;
    const found = await readPage(location.href);
    isAsking = false;
    // Somebody may have stopped it meanwhile.
    if (!isOn) return;
    if (found === 'gone') return stop('This can be seen no longer. Load the page again to see why.');
    if (found === 'away') {
      said.textContent = 'The sandbox does not answer now. It is asked again.';
      return;
    }
    takeAnnouncement(found);
    const [old, next] = [document.getElementById(id), found.getElementById(id)];
    if (said.textContent !== begun && said.textContent?.startsWith('The sandbox')) said.textContent = begun;
    if (!old || !next || next.outerHTML === shown || isBusy(old)) return;
    shown = next.outerHTML;
    for (const { id: open } of old.querySelectorAll<HTMLDetailsElement>('details[id][open]'))
      next.querySelector(`#${CSS.escape(open)}`)?.setAttribute('open', '');
    old.replaceWith(document.adoptNode(next));
    said.textContent = `Something changed at ${presentTime.format()}.`;
  }

  function stop(text: string): void {
    isOn = false;
    if (button) button.textContent = 'Go on updating';
    if (said) said.textContent = text;
  }

  button.addEventListener('click', () => {
    if (isOn) return stop('Stopped.');
    isOn = true;
    button.textContent = 'Stop updating';
    said.textContent = begun;
    void look();
  });
  document.addEventListener('visibilitychange', () => void look());
  setInterval(() => void look(), pause);
}

/** What the organiser of an event has to say stands on every page, and comes with whatever is read again. */
function takeAnnouncement(found: Document): void {
  const [old, next] = [document.getElementById('announcement'), found.getElementById('announcement')];
  if (old && next && old.textContent !== next.textContent)
    old.replaceChildren(...[...next.childNodes].map((node) => document.adoptNode(node)));
}

/** Somebody is at it, or reads it out. */
const isBusy = (part: Element): boolean =>
  part.contains(document.activeElement) || (!!getSelection()?.toString() && part.contains(getSelection()?.anchorNode ?? null));

/** A page as it is now, with nothing of it run: a request that reads a document needs no text to be made markup here. */
export function readPage(address: string): Promise<Document | 'gone' | 'away'> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.setRequestHeader('Accept', 'text/html');
    request.responseType = 'document';
    request.addEventListener('load', () => resolve(request.status < 400 && request.responseXML ? request.responseXML : 'gone'));
    request.addEventListener('error', () => resolve('away'));
    request.send();
  });
}
