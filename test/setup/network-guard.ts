/** Keeps tests on this machine: in every test worker, whatever would leave it throws and names the address before any look-up. */
import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net, { type LookupFunction } from 'node:net';

type AnyFunction = (...args: never[]) => unknown;

export class OffMachineError extends Error {
  override readonly name = 'OffMachineError';
  constructor(address: string) {
    super(`tests stay on this machine: refused to reach ${address}`);
  }
}

function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, '');
  if (name === 'localhost' || name.endsWith('.localhost') || name === '::1' || name === '::') return true;
  return net.isIPv4(name) && (name.startsWith('127.') || name === '0.0.0.0');
}

/** `host` comes from JavaScript callers of any kind, hence `unknown`; without one the platform means this machine. */
function refuseOffMachine(host: unknown, about = ''): void {
  if (host === undefined || host === null || host === '') return;
  if (!isLoopback(String(host))) throw new OffMachineError(`${String(host)}${about}`);
}

/** Puts a check in front of a method; the casts are here because a method is looked up by name. */
function guard(owner: object, name: string, check: (args: readonly unknown[]) => void): void {
  const original = Reflect.get(owner, name) as AnyFunction | undefined;
  // A worker that runs several files loads this for each of them.
  if (typeof original !== 'function' || 'unguarded' in original) return;
  const guarded = function (this: unknown, ...args: never[]) {
    check(args);
    return original.apply(this as never, args);
  };
  Reflect.set(owner, name, Object.assign(guarded, { unguarded: original }));
}

interface ConnectTarget {
  readonly host?: unknown;
  readonly port?: unknown;
  readonly path?: unknown;
  lookup?: unknown;
}

/** `connect(port, host)`, `connect({ port, host })`, `connect(path)`, or the array of arguments that Node passes on inside. */
function connectTarget(args: readonly unknown[]): ConnectTarget {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (typeof first === 'object' && first !== null) return first;
  if (typeof first === 'string' && Number.isNaN(Number(first))) return { path: first };
  return { port: first, host: typeof args[1] === 'function' ? undefined : args[1] };
}

guard(net.Socket.prototype, 'connect', (args) => {
  const target = connectTarget(args);
  const { host, port, path, lookup } = target;
  if (path) return;
  // msw answers below the socket and looks names up itself: what counts is the address that its look-up gives.
  if (typeof lookup === 'function') target.lookup = loopbackOnly(lookup as LookupFunction);
  else refuseOffMachine(host, `:${String(port)}`);
});

function loopbackOnly(lookup: LookupFunction): LookupFunction {
  return (host, options, done) =>
    lookup(host, options, (error, address, family) => {
      const off = [address].flat().find((found) => !isLoopback(typeof found === 'string' ? found : (found?.address ?? '')));
      done(off === undefined ? error : new OffMachineError(host), address, family);
    });
}

guard(globalThis, 'fetch', ([input]) => {
  const url = new URL(input instanceof Request ? input.url : String(input));
  if (url.protocol === 'http:' || url.protocol === 'https:') refuseOffMachine(url.hostname, ` (${url.origin})`);
});

const lookups = Object.getOwnPropertyNames(dns).filter((name) => /^(lookup|resolve|reverse)/.test(name));
for (const owner of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  for (const name of lookups) guard(owner, name, ([host]) => refuseOffMachine(host));
}

// send(msg, port, host), send(msg, offset, length, port, host), connect(port, host): a name or address is the only text but the message.
guard(dgram.Socket.prototype, 'send', (args) => refuseOffMachine(args.slice(1).find((argument) => typeof argument === 'string')));
guard(dgram.Socket.prototype, 'connect', ([, host]) => refuseOffMachine(typeof host === 'string' ? host : undefined));

syncBuiltinESMExports();
