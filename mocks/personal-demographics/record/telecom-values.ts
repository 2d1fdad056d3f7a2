/** What a means of contact may be. */
import type { ContactPoint } from './patient.ts';

export function isReachable(system: ContactPoint['system'], value: string): boolean {
  if (system === 'email') return isEmail(value);
  return system === 'other' ? value.trim() !== '' : isPhone(value);
}

/**
 * Digits, with what people write between them and an extension at the end. The published contract says nothing of telephone numbers,
 * so what is refused is only what no telephone could dial: E.164 has 15 digits, and up to five more reach another country.
 */
function isPhone(text: string): boolean {
  const [, number] = /^\s*([+(]*\d[\d ()./-]*)(?:(?:ext\.?|x|#)\s*\d+\s*)?$/i.exec(text) ?? [];
  const digits = number?.replaceAll(/\D/g, '').length ?? 0;
  return digits >= 3 && digits <= 20;
}

/** One `@`, something before it, a dotted name after it; more than 6 characters and fewer than 90. */
export function isEmail(text: string): boolean {
  const [local = '', domain = '', ...more] = text.split('@');
  const labels = domain.split('.');
  return (
    text.length > 6 &&
    text.length < 90 &&
    more.length === 0 &&
    !/\s/.test(text) &&
    local !== '' &&
    labels.length > 1 &&
    labels.every((label) => /^[A-Za-z0-9-]+$/.test(label))
  );
}
