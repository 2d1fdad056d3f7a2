/** An error as a page of HTML, for operations that document no other type. */
import { escaped } from '../../contract/xml/write-xml.ts';
import { reasonPhrase } from '../words/reason-phrases.ts';

export function htmlPage(status: number, message: string): string {
  const title = `${status} ${reasonPhrase(status)}`;
  return [
    '<!doctype html>',
    `<html lang="en-GB"><head><meta charset="utf-8"><title>${title}</title></head>`,
    `<body><h1>${title}</h1><p>${escaped(message)}</p></body></html>`,
    '',
  ].join('\n');
}
