/** Dates and times that follow the clock: what has happened lies in the past, what expires lies ahead. */
import type { Chance } from '../seed.ts';

const DAY = 86_400_000;

const AHEAD = /expir|due|until|validto|next|review|deadline|planned|requested(delivery|start)|follow/;
const ENDS = /^(end|to|finish|stop)|(end|ended|finish|completed?)(ed|s|at|on)?(date|time|datetime)?$/;
const BEGINS = /^(start|from|begin)|(start|begin)(s|ed|at|on)?(date|time|datetime)?$/;
const NOW = /lastupdated|timestamp|generated|^date$/;

/** Milliseconds of a moment that suits the name of its leaf, within working hours. What is planned begins ahead, and ends half an hour later. */
export function momentFor(name: string, now: number, chance: Chance, label: string, planned = false): number {
  const plain = name.toLowerCase().replace(/[^a-z]/g, '');
  const midnight = Math.floor(now / DAY) * DAY;
  if (planned && (BEGINS.test(plain) || ENDS.test(plain))) {
    const start = midnight + chance.int(1, 28, `day ${label}`) * DAY + chance.int(9 * 12, 17 * 12, `time ${label}`) * 300_000;
    return ENDS.test(plain) ? start + 1_800_000 : start;
  }
  const day = dayFor(plain, chance, label);
  if (day === 0) return Math.floor(now / 1000) * 1000 - chance.int(60, 3600, `seconds ${label}`) * 1000;
  return midnight + day * DAY + chance.int(9 * 12, 17 * 12, `time ${label}`) * 300_000;
}

function dayFor(name: string, chance: Chance, label: string): number {
  if (NOW.test(name)) return 0;
  if (AHEAD.test(name)) return chance.int(14, 180, `day ${label}`);
  if (ENDS.test(name)) return chance.int(30, 365, `day ${label}`);
  if (BEGINS.test(name)) return -chance.int(30, 365, `day ${label}`);
  return -chance.int(1, 28, `day ${label}`);
}

/** The ways in which a moment is written, commonest first. */
export function spellMoment(moment: number): readonly string[] {
  const iso = new Date(moment).toISOString();
  const seconds = iso.slice(0, 19);
  const plain = iso.slice(0, 19).replaceAll(/[-:T]/g, '');
  return [
    `${seconds}Z`,
    `${seconds}+00:00`,
    iso,
    `${iso.slice(0, 23)}+00:00`,
    seconds,
    iso.slice(0, 10),
    plain,
    plain.slice(0, 12),
    plain.slice(0, 8),
    `${seconds.replace('T', ' ')}`,
  ];
}

export function spellDate(date: string): readonly string[] {
  return [
    date,
    `${date}T00:00:00+00:00`,
    `${date}T00:00:00Z`,
    `${date}T00:00:00.000Z`,
    `${date}T00:00:00`,
    date.replaceAll('-', ''),
    date.slice(0, 7),
    date.slice(0, 4),
    `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`,
    `${date.slice(8)}-${date.slice(5, 7)}-${date.slice(0, 4)}`,
  ];
}
