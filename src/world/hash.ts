/** Keyed integer hashing: the only source of chance in the world. Mixing, not cryptography. */

/** 32-bit avalanche ("lowbias32", the xor-shift-multiply family). */
export function mix(a: number): number {
  a ^= a >>> 16;
  a = Math.imul(a, 0x7feb352d);
  a ^= a >>> 15;
  a = Math.imul(a, 0x846ca68b);
  a ^= a >>> 16;
  return a >>> 0;
}

/** An unsigned 32-bit number that depends on the seed, who it is for and which attribute it is. */
export function hash(seed: number, index: number, field: number): number {
  return hashWith(fieldKey(seed, field), index);
}

/** The half of a hash that is the same for everybody, for those who ask it of thousands. */
export function fieldKey(seed: number, field: number): number {
  return mix(seed ^ Math.imul(field + 1, 0x9e3779b1));
}

export function hashWith(key: number, index: number): number {
  return mix(key ^ index);
}

/** The same, as a number in [0, 1). */
export function unit(seed: number, index: number, field: number): number {
  return hash(seed, index, field) / 0x100000000;
}

/** One of the whole numbers 0 … n - 1. */
export function pick(seed: number, index: number, field: number, n: number): number {
  return Math.floor(unit(seed, index, field) * n);
}
