/** APIs are known before they are read, and read when somebody asks. */
import { describe, expect, test } from 'vitest';
import { announcementIn, type Mountable } from '../../src/gateway/announced.ts';
import { mountApis, readFirst } from '../../src/gateway/mount.ts';
import { announcedApis } from '../../src/runtimes/own-apis.ts';
import { loadContract } from '../../src/contract/load.ts';
import type { MockEvents } from '../../src/mock/event.ts';
import { contractOf } from './small-contract.ts';

test('what is announced of each API is what it turns out to be (else: npm run generate)', async () => {
  for (const { load, ...announced } of announcedApis()) expect(announcementIn(await load())).toEqual(announced);
});

describe('a shop that tells its bank, which tells nobody, beside a library', () => {
  const read: string[] = [];
  const api = (name: string, events: MockEvents): Mountable => {
    const contract = loadContract({ name: `${name}.yaml`, text: contractOf({}, { base: `/${name}` }) });
    const served = { contract, mock: { behaviours: {}, events: { emits: [], ...events } } };
    const load = async () => {
      read.push(name);
      return served;
    };
    return { ...announcementIn(served), load };
  };
  const heard = (): void => {};
  const [shop = expect.unreachable(), bank, library] = mountApis(
    [
      api('shop', { emits: ['shop.sold', 'shop.price-asked'], asks: ['shop.price-asked'] }),
      api('bank', { on: { 'shop.sold': heard } }),
      api('library', { on: { 'library.lent': heard } }),
      api('market', { on: { 'shop.price-asked': heard } }),
    ],
    () => undefined,
  );

  test('is asked for nothing before it is read', () => {
    expect(() => shop.contract).toThrow('shop was asked for something before it was read');
    expect([shop.slug, shop.mounts, shop.isRead()]).toEqual(['shop', ['/shop'], false]);
  });

  test('is read with those that it asks, and with those that it tells only where something may happen', async () => {
    await readFirst([shop], 'read');
    expect(read.splice(0).toSorted()).toEqual(['market', 'shop']);
    expect([shop.contract.slug, bank?.isRead(), library?.isRead()]).toEqual(['shop', false, false]);
    await readFirst([shop], 'change');
    expect(read.splice(0)).toEqual(['bank']);
    expect([readFirst([shop], 'change'), library?.isRead()]).toEqual([undefined, false]);
  });
});
