/** Goes through a page as somebody does who has no mouse. */
import type { Page } from 'playwright-core';

export interface Focused {
  /** What it says of itself. */
  readonly name: string;
  readonly tag: string;
  /** It comes after the one before in the page. */
  readonly inOrder: boolean;
  /** There is a line around it, and it is on the screen. */
  readonly isSeen: boolean;
}

/** Presses the key once. Undefined where the focus has left the page. */
export async function next(page: Page): Promise<Focused | undefined> {
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const element = document.activeElement;
    const before = document.querySelector('[data-focused-before]');
    before?.removeAttribute('data-focused-before');
    if (!element || element === document.body) return undefined;
    element.setAttribute('data-focused-before', '');
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const isOn = bottom > 0 && right > 0 && top < globalThis.innerHeight && left < globalThis.innerWidth;
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
    return {
      name: (label ?? element.getAttribute('aria-label') ?? element.textContent ?? '').replaceAll(/\s+/g, ' ').trim(),
      tag: element.tagName.toLowerCase(),
      inOrder: !before || (before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) > 0,
      isSeen: isOn && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    };
  });
}

const most = 400;

/** Everything that can be reached, from the beginning of the page to its end. */
export async function through(page: Page): Promise<readonly Focused[]> {
  const reached: Focused[] = [];
  for (let focused = await next(page); focused !== undefined; focused = await next(page)) {
    reached.push(focused);
    if (reached.length > most)
      throw new Error(
        `no way out of ${page.url()}: at last ${reached
          .slice(-3)
          .map(({ name }) => name)
          .join(', ')}`,
      );
  }
  return reached;
}

/** Goes on until something has this name. */
export async function goTo(page: Page, name: string | RegExp): Promise<void> {
  const is = (said: string): boolean => (typeof name === 'string' ? said === name : name.test(said));
  const met: string[] = [];
  for (let i = 0; i < most; i++) {
    const focused = await next(page);
    if (focused && is(focused.name)) return;
    met.push(focused?.name ?? '(the end of the page)');
  }
  throw new Error(`nothing called ${String(name)} on ${page.url()}, only ${met.slice(0, 40).join(' | ')}`);
}
