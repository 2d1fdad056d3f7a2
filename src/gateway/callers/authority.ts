/** The name and the port that a Host header or an origin says, in one spelling whichever way they are written. */

export interface Authority {
  /** Lower case, no dot at its end; an IPv6 address in brackets, shortest, without a zone. */
  readonly name: string;
  readonly port: string;
}

const shape = /^(?:\[([\da-f:.]{2,45})(?:%[^\]]*)?\]|([\da-z_-]+(?:\.[\da-z_-]+)*)\.?)(?::(\d{0,5}))?$/i;

/** Longest name that DNS knows, with room for a port. */
const longest = 260;

/** Undefined where it is none. */
export function readAuthority(text: string): Authority | undefined {
  if (text.length > longest) return undefined;
  const [, six, name, port = ''] = shape.exec(text) ?? [];
  if (Number(port) > 65_535) return undefined;
  if (name !== undefined) return { name: name.toLowerCase(), port };
  const address = six === undefined ? undefined : shortest(six);
  return address === undefined ? undefined : { name: address, port };
}

function shortest(six: string): string | undefined {
  return URL.canParse(`http://[${six}]`) ? new URL(`http://[${six}]`).hostname : undefined;
}

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const loopbackAddress = new RegExp(`^127(?:\\.${octet}){3}$`);
/** `::ffff:127.0.0.1` as it is written shortest. */
const mappedLoopback = /^\[::ffff:7f[\da-f]{2}:[\da-f]{1,4}\]$/;

/** Whether a name always means this machine: no name server is asked for one of these, so nobody can make it mean another. */
export function isLoopback(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost') || name === '[::1]' || loopbackAddress.test(name) || mappedLoopback.test(name);
}

/** Whether a name is the wanted one, or below it where that is `*.example.org`. */
export function isNamed(name: string, wanted: string): boolean {
  return wanted.startsWith('*.') ? name.endsWith(wanted.slice(1)) && name.length >= wanted.length : name === wanted;
}

/** The eight numbers of an IPv6 address in its shortest form, without brackets. */
export function sixGroups(address: string): readonly number[] {
  const [left = '', right] = address.split('::');
  const numbers = (text: string): number[] => (text === '' ? [] : text.split(':').map((group) => parseInt(group, 16)));
  if (right === undefined) return numbers(left);
  const [before, after] = [numbers(left), numbers(right)];
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after];
}
