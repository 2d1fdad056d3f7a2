/** Whether a body's bytes can be read as UTF-8, whatever charset its type names. */
import { headerParameter } from './header-parameter.ts';

/** Bytes that mean the same in every charset may be called what they like. */
export function readsAsUtf8(contentType: string, bytes: Uint8Array): boolean {
  if (!contentType.includes(';')) return true;
  const charset = headerParameter(contentType, 'charset') ?? '';
  return /^(utf-?8|us-ascii)?$/i.test(charset) || bytes.every((byte) => byte > 0 && byte < 0x80);
}
