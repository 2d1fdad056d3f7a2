/** A curl line as a shell and curl read it: words apart, quotation marks gone, the here-document as the body. */

export interface Pasted {
  readonly url: string;
  readonly init: RequestInit & { readonly method: string };
}

export function pasted(line: string): Pasted {
  const [command = '', ...below] = line.split('\n');
  const [, mark] = /<<'(\w+)'$/.exec(command) ?? [];
  if (mark === undefined && below.length > 0) throw new Error('two lines and no here-document');
  if (mark !== undefined && below.at(-1) !== mark) throw new Error('a here-document without its end');
  const words = wordsOf(command.replace(/ <<'\w+'$/, ''));
  if (words.shift() !== 'curl') throw new Error('no curl');
  const headers = new Headers();
  let method: string | undefined;
  let url = '';
  let body: string | undefined;
  let globbing = true;
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === '-i') continue;
    if (word === '-g') globbing = false;
    else if (word === '-I') method = 'HEAD';
    else if (word === '-X') method = words.shift();
    else if (word === '-H') {
      const header = words.shift() ?? '';
      if (header.endsWith(';')) headers.append(header.slice(0, -1), '');
      else headers.append(header.slice(0, header.indexOf(':')), header.slice(header.indexOf(':') + 1).trim());
    } else if (word === '-d' || word === '--data-raw') body = words.shift();
    else if (word === '--data-binary') {
      if (words.shift() !== '@-') throw new Error('a file that nobody has');
      body = `${below.slice(0, -1).join('\n')}\n`;
    } else if (word.startsWith('http') && url === '') url = word;
    else throw new Error(`unknown word ${word}`);
  }
  if (globbing && /[[\]{}]/.test(url)) throw new Error('curl takes brackets for a pattern');
  return { url, init: { method: method ?? (body === undefined ? 'GET' : 'POST'), headers, ...(body !== undefined && { body }) } };
}

function wordsOf(command: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < command.length; at++) {
    const character = command.charAt(at);
    if (character === "'") {
      const end = command.indexOf("'", at + 1);
      if (end < 0) throw new Error('a quotation mark without its end');
      word = (word ?? '') + command.slice(at + 1, end);
      at = end;
    } else if (character === '\\') word = (word ?? '') + command.charAt(++at);
    else if (character === ' ') {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + character;
  }
  if (word !== undefined) words.push(word);
  return words;
}
