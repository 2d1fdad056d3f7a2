/** Who may do what at the edge before any key is asked for, on real workerd: pages of strangers, and whoever makes workspaces without end. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ask } from './raw-http.ts';
import { startWorkerd, workerdPlace, type Place, type Workerd } from './workerd.ts';

vi.setConfig({ hookTimeout: 60_000, testTimeout: 30_000 });

let place: Place;
beforeAll(async () => {
  place = await workerdPlace();
});
afterAll(() => place.remove());

describe('pages', () => {
  let workerd: Workerd;
  beforeAll(async () => {
    workerd = await startWorkerd(place, {
      MINTING_PER_MINUTE: '1000',
      ALLOWED_ORIGINS: 'https://app.mine.test, rubbish https://*.previews.test',
      SECURITY_CONTACT: 'mailto:security@mine.test',
    });
  });
  afterAll(() => workerd.stop());

  const at = (path: string, lines: readonly string[], body = '') => ask(workerd.port, [path, 'Host: sandbox.test', ...lines], body);
  const make = (lines: readonly string[], body = '') => at('POST /_sandbox/workspaces', lines, body);

  test('of this machine, of the deployment and of the origins that were named make a workspace and use it with its key', async () => {
    for (const origin of [
      'http://localhost:5173',
      'http://127.0.0.1:6006',
      'http://sandbox.test',
      'https://app.mine.test',
      'https://x.previews.test',
    ]) {
      const page = [`Origin: ${origin}`, 'Sec-Fetch-Site: cross-site'];
      const made = await make([...page, 'Content-Type: application/json'], '{"seed":7}');
      expect([origin, made.status]).toEqual([origin, 201]);
      expect(made.headers.get('access-control-allow-origin')).toBe(origin);
      const { id, managementKey } = JSON.parse(made.body);
      const key = `Authorization: Bearer ${managementKey}`;

      const preflight = await at(`OPTIONS /w/${id}/_sandbox/reset`, [
        ...page,
        'Access-Control-Request-Method: POST',
        'Access-Control-Request-Headers: authorization, content-type',
      ]);
      expect(preflight.status).toBe(204);
      expect(preflight.headers.get('access-control-allow-origin')).toBe(origin);
      expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization, content-type');
      expect(preflight.headers.has('access-control-allow-credentials')).toBe(false);

      const read = await at(`GET /w/${id}/_sandbox/exchanges`, [...page, key]);
      expect(read.status).toBe(200);
      expect(read.headers.get('access-control-allow-origin')).toBe(origin);
      expect((await at(`POST /w/${id}/_sandbox/reset`, [...page, key, 'Content-Type: application/json'], '{}')).status).toBe(204);
      const brought = await at(
        `PUT /w/${id}/_sandbox/contracts/x`,
        [...page, key, 'Content-Type: application/yaml'],
        'openapi: 3.1.0\ninfo: {title: X, version: "1"}\npaths: {}\n',
      );
      expect(brought.status).not.toBe(415);
      const exported = (await at(`GET /w/${id}/_sandbox/export`, [...page, key])).body;
      const imported = await at(`POST /w/${id}/_sandbox/import`, [...page, key, 'Content-Type: application/x-ndjson'], exported);
      expect(imported.status).toBe(200);
      // A page without the key is told so in words it can read.
      const keyless = await at(`GET /w/${id}/_sandbox/exchanges`, page);
      expect(keyless.status).toBe(401);
      expect(keyless.headers.get('access-control-allow-origin')).toBe(origin);
    }
  });

  test('of strangers make nothing, and change and read nothing even with the key', async () => {
    const { id, managementKey } = JSON.parse((await make([])).body);
    const key = `Authorization: Bearer ${managementKey}`;
    for (const origin of ['https://evil.example', 'null', 'https://sandbox.test', 'http://app.mine.test', 'https://previews.test']) {
      const page = [`Origin: ${origin}`];
      const made = await make([...page, 'Content-Type: application/json'], '{}');
      expect([origin, made.status]).toEqual([origin, 403]);
      expect(JSON.parse(made.body).detail).toContain('ALLOWED_ORIGINS');
      for (const [line, status] of [
        [`POST /w/${id}/_sandbox/reset`, 403],
        [`DELETE /w/${id}/_sandbox/workspace`, 403],
        [`POST /w/${id}//_sandbox//reset/`, 403],
        [`OPTIONS /w/${id}/_sandbox/reset`, 204],
        [`GET /w/${id}/_sandbox/exchanges`, 200],
      ] as const) {
        const reply = await at(line, [...page, key]);
        expect(reply.headers.has('access-control-allow-origin')).toBe(false);
        expect([line, reply.status]).toEqual([line, status]);
      }
    }
    expect((await at(`GET /w/${id}/_sandbox/workspace`, [key])).status).toBe(200);
  });

  test('send JSON only', async () => {
    const page = ['Origin: http://localhost:5173'];
    expect((await make([...page, 'Content-Type: text/plain'], '{}')).status).toBe(415);
    expect((await make(page, '{}')).status).toBe(415);
    expect((await make(page)).status).toBe(201);
  });

  test('find out where to report a vulnerability', async () => {
    const { status, headers, body } = await at('GET /.well-known/security.txt', []);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(body).toMatch(/^Contact: mailto:security@mine\.test$/m);
    const [, expires = ''] = /^Expires: (\S+)$/m.exec(body) ?? [];
    expect(Date.parse(expires) - Date.now()).toBeGreaterThan(180 * 86_400_000);
    expect(Date.parse(expires) - Date.now()).toBeLessThan(366 * 86_400_000);
  });
});

describe('the making of workspaces', () => {
  let workerd: Workerd;
  beforeAll(async () => {
    workerd = await startWorkerd(place, {});
  });
  afterAll(() => workerd.stop());

  const make = (...lines: readonly string[]) => ask(workerd.port, ['POST /_sandbox/workspaces', 'Host: localhost', ...lines]);

  test('is braked after ten in a minute for one caller, and says for how long', async () => {
    const replies = [];
    for (let i = 0; i < 13; i++) replies.push(await make());
    expect(replies.map(({ status }) => status)).toEqual([...Array.from({ length: 10 }, () => 201), 429, 429, 429]);
    const last = replies.at(-1);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(last?.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(JSON.parse(last?.body ?? '')).toMatchObject({ status: 429, detail: expect.stringContaining('Try again in') });
  });

  test('takes the addresses of one half of an IPv6 address for one caller, and cannot be talked out of an end', async () => {
    const one = async (address: string) => (await make(`CF-Connecting-IP: ${address}`)).status;
    const same = [];
    for (let i = 0; i < 11; i++) same.push(await one(`2001:db8:1:2::${i.toString(16)}`));
    expect(same.filter((status) => status === 201)).toHaveLength(10);
    expect(await one('2001:db8:1:3::1')).toBe(201);
    const many = [];
    for (let i = 0; i < 70; i++) many.push(await one(`192.0.2.${i}`));
    expect(many.filter((status) => status === 201).length).toBeLessThan(60);
  });
});
