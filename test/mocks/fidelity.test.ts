/** What is noted of the rules of our mocks: whole sentences with their sources, and examples that are answered as the notes say. */
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fidelity } from '../../src/generated/fidelity.ts';
import { identityServed } from '../../src/identity/identity.ts';
import type { AnyFidelity, FidelityNote } from '../../src/mock/fidelity.ts';
import { ownApis } from '../../src/runtimes/own-apis.ts';
import { sandboxOf, world } from '../sandbox.ts';

const root = resolve(import.meta.dirname, '../..');
const noted = await Promise.all(
  Object.entries(fidelity).map(async ([slug, load]) => {
    const served = identityServed().find(({ contract }) => contract.slug === slug) ?? (await ownApis([slug]))[0];
    if (!served) throw new Error(`${slug} is not served`);
    const notes: AnyFidelity = (await load()).default;
    return { slug, served, notes, all: [notes.everywhere, ...Object.values(notes.operations)].flatMap((some = []) => some) };
  }),
);

interface Refused {
  readonly issue?: { readonly details?: { readonly coding?: { readonly code?: string }[] } }[];
  readonly error?: string | object;
}
const nameOf = ({ issue, error }: Refused): string | undefined =>
  issue?.[0]?.details?.coding?.[0]?.code ?? (typeof error === 'string' ? error : undefined);

describe.each(noted)('$slug', ({ slug, served, notes, all }) => {
  test('each note is a sentence of its own, with a source and a day', () => {
    const days = new Set([...all.map(({ checked }) => checked), notes.compared.on]);
    for (const day of days) expect(new Date(`${day}T00:00:00Z`).toISOString()).toContain(day);
    const sentence = /^[A-Z0-9`][^\n]*[.)]$/;
    const wrong = all.filter(
      ({ rule, service, source }) => ![rule, service ?? rule, `${source.name}.`].every((text) => sentence.test(text)),
    );
    expect(wrong.map(({ rule }) => rule)).toEqual([]);
    for (const those of [notes.everywhere, ...Object.values(notes.operations)])
      expect(new Set(those?.map(({ rule }) => rule)).size).toBe(those?.length);
  });

  test('notes are of operations that it has', () => {
    const ids = served.contract.operations.map(({ id }) => id);
    expect(Object.keys(notes.operations).filter((id) => !ids.includes(id))).toEqual([]);
  });

  const examples = all.flatMap(({ rule, example }: FidelityNote) => (example ? [{ rule, example }] : []));
  const { request } = sandboxOf(served.contract, { population: world(), ...(served.mock && { mock: served.mock }) });

  test.each(examples)('$rule', async ({ example: { request: line, headers = {}, body, answer } }) => {
    const [method = '', path = ''] = line.split(/ (.*)/);
    const response = await request(served.contract.basePath + path, {
      method,
      headers: { 'X-Request-ID': crypto.randomUUID(), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const name = /json/.test(response.headers.get('content-type') ?? '') ? nameOf(JSON.parse(text)) : undefined;
    expect([slug, line, [response.status, ...(name === undefined ? [] : [name])].join(' ')]).toEqual([slug, line, answer]);
  });
});

test('notes are loaded when they are asked for, and by nobody before', () => {
  const files = globSync(['src/**/*.{ts,tsx}', 'mocks/**/*.ts'], { cwd: root });
  const atOnce = files.filter((file) => /^import [^;]*mocks\/[^/']+\/fidelity\.ts'/m.test(readFileSync(join(root, file), 'utf8')));
  expect(atOnce).toEqual([]);
});
