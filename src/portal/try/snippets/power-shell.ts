/** A request as a command for PowerShell, 5.1 and later. */
import { powerShellWord } from '../../../gateway/works/shell-words.ts';
import type { CodeRequest } from './snippet.ts';

const known = /^(?:GET|HEAD|POST|PUT|DELETE|TRACE|OPTIONS|MERGE|PATCH)$/;

export function writePowerShell({ method, url, headers, body }: CodeRequest): string {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const others = headers.filter(([name]) => name.toLowerCase() !== 'content-type');
  return [
    `Invoke-RestMethod ${known.test(method) ? `-Method ${method}` : `-CustomMethod ${powerShellWord(method)}`}`,
    `-Uri ${powerShellWord(url)}`,
    ...(others.length === 0
      ? []
      : [`-Headers @{ ${others.map(([name, value]) => `${powerShellWord(name)} = ${powerShellWord(value)}`).join('; ')} }`]),
    ...(type === undefined ? [] : [`-ContentType ${powerShellWord(type)}`]),
    ...(body === undefined ? [] : [`-Body ${bodyOf(body)}`]),
  ].join(' `\n  ');
}

/** Older ones would send other letters than those of ASCII in another encoding. */
const bodyOf = (body: string): string =>
  /^[\0-\x7f]*$/.test(body) ? powerShellWord(body) : `([Text.Encoding]::UTF8.GetBytes(${powerShellWord(body)}))`;
