/** Whose web pages may use the sandbox's own API: pages of this machine, of the sandbox itself, and of the origins that were named. */
import { isLoopback, isNamed, readAuthority } from './authority.ts';

export interface Origins {
  /** `own` is the origin that the request itself was sent to. */
  allows(origin: string, own: string): boolean;
  /** What whoever runs this sandbox can do to let a page in: one sentence. */
  howToAllow(origin: string): string;
}

export interface Origin {
  readonly scheme: string;
  readonly name: string;
  readonly port: string;
}

const shape = /^([a-z][\da-z+.-]{0,40}):\/\/(.+)$/i;
const defaultPorts: Readonly<Record<string, string>> = { http: '80', https: '443' };

/** Undefined for `null` (a sandboxed frame, a file) and for whatever else is no origin. */
export function readOrigin(text: string): Origin | undefined {
  const [, scheme = '', rest = ''] = shape.exec(text) ?? [];
  const authority = readAuthority(rest);
  if (!authority) return undefined;
  const { name, port } = authority;
  const lower = scheme.toLowerCase();
  return { scheme: lower, name, port: port === '' ? (defaultPorts[lower] ?? '') : port };
}

/** Like an origin, or like all below a name: `https://*.example.org`. */
export function readOriginPattern(text: string): Origin | undefined {
  const plain = readOrigin(text.replace('://*.', '://'));
  return plain && text.includes('://*.') ? { ...plain, name: `*.${plain.name}` } : plain;
}

export function originsOf(named: readonly Origin[], howToAllow: (origin: string) => string): Origins {
  const wanted = (origin: Origin): boolean =>
    named.some(({ scheme, name, port }) => origin.scheme === scheme && origin.port === port && isNamed(origin.name, name));
  return {
    howToAllow,
    allows(text, own) {
      const origin = readOrigin(text);
      if (!origin) return false;
      const isWeb = origin.scheme === 'http' || origin.scheme === 'https';
      return (isWeb && isLoopback(origin.name)) || wanted(origin) || isSame(origin, readOrigin(own));
    },
  };
}

const isSame = (one: Origin, other: Origin | undefined): boolean =>
  other !== undefined && one.scheme === other.scheme && one.name === other.name && one.port === other.port;
