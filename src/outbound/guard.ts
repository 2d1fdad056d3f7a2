/**
 * Where a message may be sent: judged by the address alone, before every hop. A public name that resolves to an address inside cannot be
 * told by its name; that is left to the network of whoever turns sending on.
 */
import { deniedSuffixes } from './denied-names.ts';

/** What a home can reach, as whoever runs it has it. */
export interface Reach {
  /** Receivers on its own machine: only where nobody else is let in. */
  readonly loopback: boolean;
  /** Public addresses. */
  readonly public: boolean;
  /** Names and, on its own machine, ports by which it is called itself: `sandbox.example.org`, `localhost:8787`. */
  readonly own: readonly string[];
}

/** What a workspace wants, as among its settings. */
export type CallbacksSetting = 'local' | 'outbound' | 'inbox';

export type Judged = { readonly url: URL; readonly place: 'loopback' | 'public' } | { readonly refusal: string };

export const nowhere: Reach = { loopback: false, public: false, own: [] };

export const longestAddress = 2_048;
/** The only spellings that are taken for this machine. */
const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

export function judge(text: string, reach: Reach, wish: CallbacksSetting): Judged {
  const url = readable(text);
  if (typeof url === 'string') return { refusal: url };
  const isLoopback = loopbackNames.has(url.hostname);
  const refusal = (isLoopback ? loopbackFault(url, reach) : publicFault(url, reach)) ?? unwished(isLoopback, reach, wish);
  return refusal === undefined ? { url, place: isLoopback ? 'loopback' : 'public' } : { refusal };
}

/** Its parts are as they are written: what a parser would set right (`0x7f.1`, `\`, a tab) is refused instead. */
function readable(text: string): URL | string {
  if (text.length > longestAddress) return `An address has at most ${longestAddress} characters.`;
  if (/[^!-~]|\\/.test(text))
    return 'An address holds no spaces, control characters, backslashes or letters beyond ASCII (a name in Punycode does).';
  const [, authority] = /^https?:\/\/([^/?#]*)/i.exec(text) ?? [];
  const url = URL.parse(text);
  if (!url || authority === undefined) return 'It is no address, as in https://app.example.org/hook.';
  if (authority.includes('@')) return 'An address holds no user name or password.';
  if (authority.replace(/:\d*$/, '').toLowerCase() !== url.hostname)
    return 'Its host is to be written as it is, without escapes or other spellings of numbers.';
  return url;
}

function loopbackFault({ host, port, protocol }: URL, { own }: Reach): string | undefined {
  const written = port === '' ? `${host}:${protocol === 'https:' ? 443 : 80}` : host;
  return own.includes(written.replace(/^(?:127\.0\.0\.1|\[::1\]):/, 'localhost:')) ? itself : undefined;
}

function publicFault({ protocol, port, hostname }: URL, { own }: Reach): string | undefined {
  const name = hostname.replace(/\.$/, '');
  if (hostname.startsWith('[') || /^(?:\d+|0x[\da-f]*)$/.test(name.split('.').at(-1) ?? ''))
    return 'It is to name its host: no address in numbers is taken.';
  if (protocol !== 'https:') return 'It is to be https.';
  if (port !== '') return 'It is to be at the usual port of https, 443.';
  if (!name.includes('.')) return 'A name of one word is one inside some network.';
  if (own.some((one) => name === one || name.endsWith(`.${one}`))) return itself;
  const denied = deniedSuffixes.find((suffix) => name === suffix || name.endsWith(`.${suffix}`));
  return denied === undefined ? undefined : `Names below ${denied} may lead inside a network, and are not taken.`;
}

const itself = 'It is the sandbox itself.';

function unwished(isLoopback: boolean, reach: Reach, wish: CallbacksSetting): string | undefined {
  if (wish === 'inbox') return 'This workspace keeps messages in its inbox: its setting "callbacks" is "inbox".';
  if (isLoopback)
    return reach.loopback
      ? undefined
      : 'Only a sandbox that listens on its own machine alone sends to receivers there. Read the inbox, or have nhs-sandbox listen --forward hand messages on.';
  if (!reach.public)
    return 'This sandbox sends nothing to public addresses: whoever runs it starts it with --callbacks, or sets CALLBACKS. Read the inbox, or have nhs-sandbox listen --forward hand messages on.';
  return wish === 'outbound' ? undefined : 'Set "callbacks" to "outbound" among the settings of this workspace first.';
}
