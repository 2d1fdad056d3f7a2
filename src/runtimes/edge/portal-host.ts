/** Where people see pages: in a deployment on a host of their own, so that no answer of a mock API shares their origin. */
import { isLoopback, readAuthority } from '../../gateway/callers/authority.ts';
import { readUrl } from '../../gateway/request/incoming.ts';
import type { EdgeSettings } from './edge-settings.ts';

export interface PortalHost {
  readonly portalOrigin: string;
  readonly mockOrigin: string;
}

/** As an isolate was told once, and read once. */
let known: { readonly portal: string; readonly mock: string; readonly host: PortalHost | undefined } | undefined;

/** Undefined where pages are off. */
export function portalHost({ PORTAL_ORIGIN: portal, MOCK_ORIGIN: mock }: EdgeSettings): PortalHost | undefined {
  if (!portal) return undefined;
  if (known?.portal !== portal || known.mock !== (mock ?? '')) known = { portal, mock: mock ?? '', host: readHost(portal, mock ?? '') };
  return known.host;
}

function readHost(portal: string, mock: string): PortalHost | undefined {
  const [portalOrigin, mockOrigin] = [originIn(portal), originIn(mock)];
  if (portalOrigin !== undefined && mockOrigin !== undefined && nameIn(portalOrigin) !== nameIn(mockOrigin))
    return { portalOrigin, mockOrigin };
  console.error(
    'Pages are off: PORTAL_ORIGIN and MOCK_ORIGIN have to be two origins with different names, such as https://portal.example.org.',
  );
  return undefined;
}

/** HTTPS, since pages keep keys in cookies; HTTP to this machine. */
function originIn(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, pathname, search, hash, username, origin } = new URL(text);
  const isOrigin = pathname === '/' && search + hash + username === '';
  return isOrigin && (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) ? origin : undefined;
}

/** Cookies know no ports: hosts of one name share them. */
const nameIn = (origin: string): string | undefined => readAuthority(origin.slice(origin.indexOf('://') + 3))?.name;

/** `url` is what was asked for; its scheme and port may be those of a proxy. Most requests are for the mock APIs, and a look tells so. */
export function isPortal({ portalOrigin, mockOrigin }: PortalHost, url: string): boolean {
  if (url.startsWith(mockOrigin) && url[mockOrigin.length] === '/') return false;
  return nameIn(readUrl(url, '').origin) === nameIn(portalOrigin);
}

/** On this machine pages and mock APIs may share a host, unless something stands between, which may call any host by this name. */
export function isOneHost({ PORTAL_ORIGIN, CLIENT_ADDRESS_HEADER }: EdgeSettings, url: string): boolean {
  return !PORTAL_ORIGIN && !CLIENT_ADDRESS_HEADER && isLoopback(nameIn(readUrl(url, '').origin) ?? '');
}
