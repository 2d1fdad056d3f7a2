/** A request as a command for PowerShell, 5.1 and later. */
import type { CodeRequest } from './snippet.ts';

const known = /^(?:GET|HEAD|POST|PUT|DELETE|TRACE|OPTIONS|MERGE|PATCH)$/;

export function writePowerShell({ method, url, headers, body }: CodeRequest): string {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const others = headers.filter(([name]) => name.toLowerCase() !== 'content-type');
  return [
    `Invoke-RestMethod ${known.test(method) ? `-Method ${method}` : `-CustomMethod ${verbatim(method)}`}`,
    `-Uri ${verbatim(url)}`,
    ...(others.length === 0 ? [] : [`-Headers @{ ${others.map(([name, value]) => `${verbatim(name)} = ${verbatim(value)}`).join('; ')} }`]),
    ...(type === undefined ? [] : [`-ContentType ${verbatim(type)}`]),
    ...(body === undefined ? [] : [`-Body ${bodyOf(body)}`]),
  ].join(' `\n  ');
}

/** Nothing but a quotation mark means anything in it, and PowerShell takes curly ones for straight ones. */
const verbatim = (text: string): string => `'${text.replaceAll(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;

/** Older ones would send other letters than those of ASCII in another encoding. */
const bodyOf = (body: string): string =>
  /^[\0-\x7f]*$/.test(body) ? verbatim(body) : `([Text.Encoding]::UTF8.GetBytes(${verbatim(body)}))`;
