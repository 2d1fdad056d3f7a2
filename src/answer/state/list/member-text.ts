/** The text of a member of a JSON object, cut out of the object's text: no value is made, and numbers keep their form. */

/** Undefined where the object has no such member. The text is one that `JSON.stringify` wrote. */
export function memberText(json: string, path: readonly string[]): string | undefined {
  let text: string | undefined = json;
  for (const name of path) text = text === undefined ? undefined : ofName(text, `${JSON.stringify(name)}:`);
  return text;
}

function ofName(json: string, name: string): string | undefined {
  if (!json.startsWith('{"')) return undefined;
  for (let at = 1; at < json.length; at++) {
    const isIt = json.startsWith(name, at);
    const begin = isIt ? at + name.length : endOfText(json, at) + 1;
    const end = endOfValue(json, begin);
    if (isIt) return json.slice(begin, end);
    at = end;
  }
  return undefined;
}

/** Behind a value that begins here. */
function endOfValue(json: string, begin: number): number {
  let depth = 0;
  for (let at = begin; at < json.length; at++) {
    const character = json.charCodeAt(at);
    if (character === quote) at = endOfText(json, at) - 1;
    else if (character === openBrace || character === openBracket) depth++;
    else if (character === closeBrace || character === closeBracket) {
      if (depth === 0) return at;
      depth--;
    } else if (character === comma && depth === 0) return at;
  }
  return json.length;
}

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

/** Behind the text in quotation marks that begins here. */
function endOfText(json: string, begin: number): number {
  for (let at = json.indexOf('"', begin + 1); at > 0; at = json.indexOf('"', at + 1)) {
    let slashes = 0;
    while (json.charCodeAt(at - 1 - slashes) === backslash) slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return json.length;
}
