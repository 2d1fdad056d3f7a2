/** Parts of a page that go on by themselves: read again with the page that they are of, once for all of them. Nothing that somebody is at is taken from under them. */

const pause = 2_000;
const patience = 10_000;
const presentTime = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

export function goOnLive(): void {
  /** Of the page as all of its parts show it; undefined where one of them may be behind. */
  let tag: string | undefined;
  let isAsking = false;
  const parts = [...document.querySelectorAll<HTMLElement>('[data-live]')].flatMap((line) => {
    const goOn = (): void => {
      tag = undefined;
      void look();
    };
    return livePart(line, goOn) ?? [];
  });

  async function look(): Promise<void> {
    if (isAsking || document.hidden || !parts.some((part) => part.isOn())) return;
    isAsking = true;
    const found = await readPage(location.href, tag);
    isAsking = false;
    // Somebody may have stopped one meanwhile.
    const going = parts.filter((part) => part.isOn());
    if (found === 'gone') for (const part of going) part.stop('This can be seen no longer. Load the page again to see why.');
    else if (found === 'away') for (const part of going) part.say('The sandbox does not answer now. It is asked again.');
    else if (found === 'same') for (const part of going) part.isSame();
    else {
      takeAnnouncement(found.page);
      const taken = going.map((part) => part.take(found.page));
      tag = taken.every(Boolean) ? found.tag : undefined;
    }
  }

  if (parts.length === 0) return;
  document.addEventListener('visibilitychange', () => void look());
  setInterval(() => void look(), pause);
}

interface ShownPart {
  isOn(): boolean;
  stop(words: string): void;
  say(words: string): void;
  /** Nothing is new. */
  isSame(): void;
  /** Shows the part as it is on this page; false where somebody is at it, who would lose their place. */
  take(page: Document): boolean;
}

/** `wentOn` is told when somebody has it go on. */
function livePart(line: HTMLElement, wentOn: () => void): ShownPart | undefined {
  const ids = (line.dataset['live'] ?? '').split(' ');
  const button = line.querySelector('button');
  const status = line.querySelector('[role=status]');
  if (!button || !status) return undefined;
  const begun = status.textContent;
  let isOn = true;
  let isAway = false;
  const shown = new Map(ids.map((id) => [id, document.getElementById(id)?.outerHTML]));

  // What is said again would be read out again.
  const say = (words: string): void => {
    if (status.textContent !== words) status.textContent = words;
  };
  const stop = (words: string): void => {
    isOn = false;
    button.textContent = 'Go on updating';
    say(words);
  };
  const isSame = (): void => {
    if (isAway) say(begun);
    isAway = false;
  };

  button.addEventListener('click', () => {
    if (isOn) return stop('Stopped.');
    isOn = true;
    button.textContent = 'Stop updating';
    say(begun);
    wentOn();
  });
  return {
    isOn: () => isOn,
    stop,
    say(words) {
      isAway = true;
      say(words);
    },
    isSame,
    take(page) {
      isSame();
      return ids.map((id) => takePart(id, page)).every(Boolean);
    },
  };

  function takePart(id: string, page: Document): boolean {
    const [old, next] = [document.getElementById(id), page.getElementById(id)];
    if (!old || !next || next.outerHTML === shown.get(id)) return true;
    if (isBusy(old)) {
      say('Something is new. It is shown once you are elsewhere on the page.');
      return false;
    }
    shown.set(id, next.outerHTML);
    keepFolds(old, next);
    old.replaceWith(document.adoptNode(next));
    say(`Something changed at ${presentTime.format()}.`);
    return true;
  }
}

/** What the organiser of an event has to say stands on every page, and comes with whatever is read again. */
function takeAnnouncement(found: Document): void {
  const [old, next] = [document.getElementById('announcement'), found.getElementById('announcement')];
  if (old && next && old.textContent !== next.textContent)
    old.replaceChildren(...[...next.childNodes].map((node) => document.adoptNode(node)));
}

/** Somebody is at it, or has marked something in it. */
function isBusy(part: Element): boolean {
  if (part.contains(document.activeElement)) return true;
  const selection = getSelection();
  return !!selection && !selection.isCollapsed && selection.containsNode(part, true);
}

/** What is open stays open and what was closed stays closed: known by its id, or by what it is called. */
function keepFolds(old: Element, next: Element): void {
  const nameOf = ({ id, firstElementChild }: Element): string => (id === '' ? (firstElementChild?.textContent ?? '') : `#${id}`);
  const folds = new Map([...next.querySelectorAll('details')].map((one) => [nameOf(one), one]));
  for (const one of old.querySelectorAll('details')) {
    const same = folds.get(nameOf(one));
    if (same) same.open = one.open;
  }
}

type FoundPage = { readonly page: Document; readonly tag: string | undefined } | 'same' | 'gone' | 'away';

/**
 * A page of ours as it is now, with nothing of it run: a request that reads a document needs no text to be made markup here. A page says
 * what it is tagged with to whoever names a tag, and says no more where it is the same.
 */
export function readPage(address: string, tag = '"none"'): Promise<FoundPage> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.setRequestHeader('Accept', 'text/html');
    request.setRequestHeader('If-None-Match', tag);
    request.responseType = 'document';
    request.timeout = patience;
    request.addEventListener('load', () => resolve(whatCame(request)));
    for (const trouble of ['error', 'timeout'] as const) request.addEventListener(trouble, () => resolve('away'));
    request.send();
  });
}

function whatCame(request: XMLHttpRequest): FoundPage {
  const { status, responseXML: page } = request;
  if (status === 304) return 'same';
  if (status === 429 || status >= 500) return 'away';
  return status < 400 && page ? { page, tag: request.getResponseHeader('ETag') ?? undefined } : 'gone';
}
