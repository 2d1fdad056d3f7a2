/** How many workspaces one caller may make in a minute, and who counts as one caller. */
import { describe, expect, test } from 'vitest';
import { mintingBrake, networkOf } from '../../src/workspaces/minting-brake.ts';

describe('the network of an address', () => {
  test.for([
    ['192.0.2.7', '192.0.2.7'],
    [' 192.0.2.7 ', '192.0.2.7'],
    ['192.0.2.7:51234', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::1', '2001:db8:1:2'],
    ['[2001:db8:1:2::ffff]:51234', '2001:db8:1:2'],
    ['2001:0db8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:db8:0:3::1', '2001:db8:0:3'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['::', '0:0:0:0'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::FFFF:c000:207', '192.0.2.7'],
    ['0:0:0:0:0:ffff:c000:0207', '192.0.2.7'],
    ['64:ff9b::192.0.2.7', '192.0.2.7'],
    ['::ffff:0:192.0.2.7', '0:0:0:0'],
    ['', undefined],
    ['unknown', undefined],
    ['example.org', undefined],
    ['2001:db8:::1', undefined],
    ['x'.repeat(5_000), undefined],
  ] as const)('%j is %s', ([address, network]) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('the brake', () => {
  const vouched = (network: string) => ({ network, isVouchedFor: true });

  test('lets so many through a minute, tells how long to wait, and then lets through again', () => {
    let now = 1_000_000;
    const brake = mintingBrake(() => now);
    const tries = () => Array.from({ length: 12 }, () => brake.wait(vouched('192.0.2.7'), 10));
    expect(tries()).toEqual([...Array.from({ length: 10 }), 60, 60]);
    expect(brake.wait(vouched('192.0.2.8'), 10)).toBeUndefined();
    now += 45_500;
    expect(brake.wait(vouched('192.0.2.7'), 10)).toBe(15);
    now += 14_500;
    expect(tries()).toEqual([...Array.from({ length: 10 }), 60, 60]);
  });

  test('gives callers without a known address one share between them', () => {
    const brake = mintingBrake(() => 0);
    const nobody = { network: undefined, isVouchedFor: false };
    const waits = Array.from({ length: 11 }, () => brake.wait(nobody, 10));
    expect(waits.filter((wait) => wait === undefined)).toHaveLength(10);
  });

  test('gives six shares to all who say their address themselves, however many they make up', () => {
    const brake = mintingBrake(() => 0);
    const waits = Array.from({ length: 200 }, (_, i) => brake.wait({ network: `192.0.2.${i}`, isVouchedFor: false }, 10));
    expect(waits.filter((wait) => wait === undefined)).toHaveLength(60);
  });

  test('counts by event where a code was shown, wherever it comes from (QTA-5)', () => {
    const brake = mintingBrake(() => 0);
    const waits = Array.from({ length: 61 }, (_, i) => brake.wait({ ...vouched(`192.0.2.${i}`), event: 'a' }, 10));
    expect(waits.map((wait) => wait === undefined)).toEqual([...Array.from({ length: 60 }, () => true), false]);
    expect(brake.wait({ ...vouched('192.0.2.1'), event: 'b' }, 10)).toBeUndefined();
    expect(brake.wait(vouched('192.0.2.1'), 10)).toBeUndefined();
  });

  test('remembers ten thousand callers at most, the newest', () => {
    let asked = 0;
    const brake = mintingBrake(() => (asked++, 0));
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < 300_000; i++) brake.wait(vouched(`caller ${i}`), 1);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(64 * 1024 * 1024);
    expect(brake.wait(vouched('caller 299999'), 1)).toBe(60);
    expect(brake.wait(vouched('caller 295000'), 1)).toBe(60);
    expect(brake.wait(vouched('caller 1'), 1)).toBeUndefined();
    expect(asked).toBeGreaterThan(300_000);
  });
});
