/** The addresses by which other machines, a phone among them, can reach a server that listens on more than loopback. */
import { hostname, networkInterfaces } from 'node:os';
import { isLoopback } from '../../gateway/callers/authority.ts';
import { hostName } from '../../runtimes/node/own-names.ts';

/** Networks that exist inside this machine only: those of containers and of virtual machines. */
const inside = /^(?:docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|cni|flannel|cali|lxc|podman|bridge\d)/i;

/** Origins, the likeliest first. */
export function reachableOrigins({
  host,
  port,
  scheme,
}: {
  readonly host: string;
  readonly port: number;
  readonly scheme: string;
}): readonly string[] {
  const bound = hostName(host);
  if (isLoopback(bound)) return [];
  const isWide = bound === '0.0.0.0' || bound === '[::]';
  const names = isWide ? [...addresses(bound === '[::]'), ...mdnsName()] : [bound];
  return names.map((name) => `${scheme}://${name}:${port}`);
}

function addresses(withSix: boolean): readonly string[] {
  const all = Object.entries(networkInterfaces()).flatMap(([network, each = []]) =>
    each.filter(({ internal }) => !internal).map(({ address, family }) => ({ network, address, family })),
  );
  const outer = all.filter(({ network }) => !inside.test(network));
  const shown = outer.length > 0 ? outer : all;
  const fours = shown.filter(({ family, address }) => family === 'IPv4' && !address.startsWith('169.254.'));
  // Link-local addresses want a zone, which no browser takes.
  const sixes = shown.filter(({ family, address }) => withSix && family === 'IPv6' && !/^fe[89ab]/i.test(address));
  return [...fours, ...sixes].map(({ address }) => hostName(address));
}

/** Phones find a machine by this name where it announces itself (macOS, Windows, Linux with Avahi). */
function mdnsName(): readonly string[] {
  const [short = ''] = hostname().toLowerCase().split('.');
  return hostName(`${short}.local`) === '' || short === 'localhost' ? [] : [`${short}.local`];
}
