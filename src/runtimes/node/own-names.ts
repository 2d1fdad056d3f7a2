/** By which names a server on this machine may be called: anything else is somebody else's name that was made to lead here. */
import { hostname, networkInterfaces } from 'node:os';
import { isLoopback, isNamed, readAuthority } from '../../gateway/callers/authority.ts';

/** What says the same as --allow-host and --allow-origin, for whoever can set a variable and no option (a container, a service of a CI job). */
export const allowHostVariable = 'NHS_SANDBOX_ALLOW_HOST';
export const allowOriginVariable = 'NHS_SANDBOX_ALLOW_ORIGIN';

export interface OwnNames {
  /** The Host header as links should repeat it; undefined where it names somebody else. */
  accepts(host: string): string | undefined;
}

interface Listening {
  /** What the server is bound to. */
  readonly host: string;
  /** Names that whoever started it added, `*.example.org` among them. */
  readonly allowed: readonly string[];
}

/** Hosts that were found right, kept since most requests say the same one. */
const rememberedAtMost = 500;
/** A laptop changes its network: a name that is not known may be tried again after so many milliseconds. */
const lookAgainAfter = 1_000;

export function ownNames({ host, allowed }: Listening): OwnNames {
  const isOpen = !isLoopback(hostName(host));
  const given = [...(isOpen ? [hostName(host)] : []), ...allowed];
  const accepted = new Map<string, string>();
  let machine: readonly string[] = [];
  let looked = -Infinity;

  function isMachine(name: string): boolean {
    if (!isOpen) return false;
    if (machine.includes(name)) return true;
    if (performance.now() - looked < lookAgainAfter) return false;
    looked = performance.now();
    machine = machineNames();
    return machine.includes(name);
  }

  return {
    accepts(sent) {
      const known = accepted.get(sent);
      if (known !== undefined) return known;
      const authority = readAuthority(sent);
      if (!authority) return undefined;
      const { name, port } = authority;
      if (!isLoopback(name) && !given.some((wanted) => isNamed(name, wanted)) && !isMachine(name)) return undefined;
      const written = port === '' ? name : `${name}:${port}`;
      if (accepted.size >= rememberedAtMost) accepted.clear();
      accepted.set(sent, written);
      return written;
    },
  };
}

/** The addresses of all interfaces, and what the machine is called. */
export function machineNames(): readonly string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((each) => (each ?? []).map(({ address }) => hostName(address)));
  const own = hostName(hostname());
  const short = own.split('.')[0] ?? own;
  return [...new Set([...addresses, own, short, `${short}.local`])].filter((name) => name !== '' && name !== '.local');
}

/** An address or a name as `readAuthority` would give it. */
export function hostName(address: string): string {
  const bare = address.includes(':') && !address.startsWith('[') ? `[${address}]` : address;
  return readAuthority(bare)?.name ?? '';
}
