/** Buttons that print the page. */

export function printWhereAsked(): void {
  for (const button of document.querySelectorAll('button[data-prints]')) button.addEventListener('click', () => print());
}
