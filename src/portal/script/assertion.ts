/** The form of an assertion where script runs: tried at every change, with the result beside it. */
import { readPage } from './live-parts.ts';

/** Somebody may still be typing. */
const pause = 300;

export function tryAssertions(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-assertion]');
  const said = form?.querySelector('[data-outcome]');
  if (!form || !said) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  async function tryIt(): Promise<void> {
    if (!form || !said) return;
    const address = addressOf(form);
    const mine = ++asked;
    const found = await readPage(address);
    // An answer that another one has overtaken.
    if (mine !== asked) return;
    const next = typeof found === 'string' ? undefined : found.page.getElementById('assertion-result');
    const old = document.getElementById('assertion-result');
    if (!old || !next) {
      said.textContent = 'Press “Try it” to see what is wrong.';
      return;
    }
    for (const { id } of next.querySelectorAll('details[id]'))
      next.querySelector(`#${CSS.escape(id)}`)?.toggleAttribute('open', old.querySelector(`#${CSS.escape(id)}`)?.hasAttribute('open'));
    old.replaceWith(document.adoptNode(next));
    history.replaceState(null, '', address);
    said.textContent = document.getElementById('assertion-outcome')?.textContent ?? '';
  }

  const soon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void tryIt(), pause);
  };
  form.addEventListener('input', soon);
}

function addressOf(form: HTMLFormElement): string {
  const fields = [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  return `${form.action}?${new URLSearchParams(fields).toString()}`;
}
