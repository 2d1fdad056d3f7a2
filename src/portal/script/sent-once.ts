/** A form that is on its way is not sent again by an impatient second click: what the first answer shows once would be lost. */

/** Whoever waits longer means it. A form that gives a file to keep leaves its page where it is. */
const patience = 3_000;

export function sendOnce(): void {
  const sent = new Map<EventTarget, number>();
  document.addEventListener('submit', (event) => {
    const { target, timeStamp } = event;
    // Sent by a script of ours, which looks after itself.
    if (event.defaultPrevented || !(target instanceof HTMLFormElement) || target.method !== 'post') return;
    const last = sent.get(target);
    if (last !== undefined && timeStamp - last < patience) event.preventDefault();
    else sent.set(target, timeStamp);
  });
  // Back on a page that the browser kept.
  addEventListener('pageshow', () => sent.clear());
}
