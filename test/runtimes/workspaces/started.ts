/** A started server with many workspaces, as tests over HTTP use it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContract } from '../../../src/contract/load.ts';
import { nobody } from '../../../src/population.ts';
import { startNode, type NodeOptions, type NodeSandbox } from '../../../src/runtimes/node/node.ts';
import { realClock } from '../../../src/workspace/time/clock.ts';

const file = join(import.meta.dirname, '../parcels.yaml');
const contract = loadContract({ name: file, text: readFileSync(file, 'utf8') });

export const start = (options: Partial<NodeOptions> = {}): Promise<NodeSandbox> =>
  startNode({ apis: [{ contract }], population: nobody, clock: realClock, seed: 1, host: '127.0.0.1', port: 0, ...options });

export interface Made {
  readonly id: string;
  readonly name?: string;
  readonly baseUrl: string;
  readonly managementKey: string;
  readonly expires: string;
}

export const bearer = (key: string): { readonly Authorization: string } => ({ Authorization: `Bearer ${key}` });

export function json(method: string, body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit {
  return { method, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

export async function make(url: string, wishes: unknown = {}, headers: Readonly<Record<string, string>> = {}): Promise<Made> {
  const response = await fetch(`${url}/_sandbox/workspaces`, json('POST', wishes, headers));
  if (response.status !== 201) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as Made; // as the contract says
}

export const sendParcel = (base: string, to: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(`${base}/parcels/v1/parcels`, json('POST', { to, grams: 5 }, headers));

/** To whom the parcels of a workspace go, besides the one that its contract publishes. */
export async function parcels(base: string, headers: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const response = await fetch(`${base}/parcels/v1/parcels`, { headers });
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
  const body = (await response.json()) as readonly { readonly to: string }[]; // as the contract says
  return body.map(({ to }) => to).filter((to) => to !== 'Robin');
}
