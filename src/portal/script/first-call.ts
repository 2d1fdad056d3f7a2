/** Sends the first call from the browser itself, so that it is seen in the browser's own tools. Where that fails, the form is sent. */

export function callFromHere(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-first-call]');
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    // Sent from script a form asks nobody once more.
    call(form).catch(() => form.submit());
  });
}

async function call({ dataset }: HTMLFormElement): Promise<void> {
  const shown = document.getElementById('first-answer');
  const [status, why, body] = ['status', 'why', 'body'].map((part) => shown?.querySelector(`[data-answer="${part}"]`));
  if (!shown || !status || !(why instanceof HTMLAnchorElement) || !body) throw new Error('there is no place for the answer');
  const headers = new Headers(JSON.parse(dataset['headers'] ?? '{}') as Record<string, string>); // as our server wrote them
  const answer = await fetch(dataset['firstCall'] ?? '', { headers });
  const text = laidOut(await answer.text());
  status.textContent = String(answer.status);
  body.textContent = text;
  const trace = answer.headers.get('x-sandbox-trace')?.split('/').at(-1);
  why.hidden = trace === undefined;
  if (trace !== undefined) why.href = `${dataset['exchanges'] ?? ''}/${encodeURIComponent(trace)}`;
  shown.hidden = false;
}

function laidOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text; // of another type
  }
}
