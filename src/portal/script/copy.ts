/** Buttons that copy a text of the page. */

export function copyWhereAsked(): void {
  // Also of parts that come later.
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[data-copies]') : undefined;
    if (button) void copy(button.dataset['copies'] ?? '');
  });
}

async function copy(id: string): Promise<void> {
  const text = document.getElementById(id)?.textContent ?? '';
  const told = document.querySelector(`[data-copied="${CSS.escape(id)}"]`);
  const said = await write(text.trim()).then(
    () => 'Copied',
    () => 'This browser does not let pages copy: select it and copy it by hand',
  );
  if (told) told.textContent = said;
}

/** A page at a plain http address of another machine has no clipboard at all, which then is a refusal like any other. */
const write = async (text: string): Promise<void> => navigator.clipboard.writeText(text);
