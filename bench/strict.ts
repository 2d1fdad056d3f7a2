/** A token for what is asked in strict access, of an application with a quota that no load reaches. */

/** The most that the sandbox's own API takes. */
const limits = { perMinute: 1_000_000 };

export async function tokenAt(port: number): Promise<string> {
  const made = await post(port, '/_sandbox/applications', { name: 'Load', limits });
  const { token } = await post(port, '/_sandbox/tokens', { application: made['id'] });
  if (typeof token !== 'string') throw new TypeError('no token was given');
  return token;
}

async function post(port: number, path: string, body: object): Promise<Readonly<Record<string, unknown>>> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (response.status !== 201) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Record<string, unknown>;
}
