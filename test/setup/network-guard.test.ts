/** T33: the guard itself. A reserved name or a documentation address throws before any look-up; loopback works. */
import dgram from 'node:dgram';
import dns, { lookup } from 'node:dns';
import { resolve4 } from 'node:dns/promises';
import http from 'node:http';
import net, { connect } from 'node:net';
import { expect, test } from 'vitest';

/** RFC 2606 name and RFC 5737 address: neither can be anybody's. */
const name = 'example.invalid';
const address = '192.0.2.1';

test('T33 refuses fetch to a reserved name and names it', () => {
  expect(() => fetch(`https://${name}/path`)).toThrow(name);
  expect(() => fetch(new Request(`http://${address}:8080/`))).toThrow(address);
  expect(() => fetch(new URL('http://169.254.1.1/'))).toThrow('169.254.1.1');
});

test('T33 refuses sockets however they are asked for', () => {
  expect(() => net.connect(443, name)).toThrow(`${name}:443`);
  expect(() => connect({ port: 443, host: address })).toThrow(address);
  expect(() => new net.Socket().connect(80, address)).toThrow(address);
  expect(() => net.connect({ port: 80, host: '2001:db8::1' })).toThrow('2001:db8::1');
});

test('T33 refuses http requests', () => {
  expect(() => http.get(`http://${name}/`)).toThrow(name);
});

test('T33 refuses look-ups', () => {
  expect(() => lookup(name, () => {})).toThrow(name);
  expect(() => dns.resolveTxt(name, () => {})).toThrow(name);
  expect(() => resolve4(name)).toThrow(name);
  expect(() => new dns.Resolver().resolve4(name, () => {})).toThrow(name);
});

test('T33 refuses datagrams', () => {
  const socket = dgram.createSocket('udp4');
  expect(() => socket.send('x', 53, address)).toThrow(address);
  expect(() => socket.send(Buffer.from('x'), 0, 1, 53, name)).toThrow(name);
  expect(() => socket.connect(53, address)).toThrow(address);
  socket.close();
});

test('T33 lets a test reach a server of its own on loopback', async () => {
  const server = http.createServer((_, response) => response.end('here')).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('no port');
  for (const host of ['127.0.0.1', 'localhost']) {
    const response = await fetch(`http://${host}:${at.port}/`).catch((error: unknown) => error);
    if (response instanceof Response) expect(await response.text()).toBe('here');
    else expect(host).toBe('localhost'); // some machines resolve localhost to ::1 only
  }
  await fetch('data:text/plain,x');
  server.close();
});
