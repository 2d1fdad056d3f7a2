/** The texts of a parameter: one that stands there several times is a list. */
import type { Json } from '../../src/contract/contract.ts';
import { isArray } from '../../src/contract/json.ts';

export const textsIn = (value: Json | undefined): readonly string[] =>
  (isArray(value) ? value : value === undefined ? [] : [value]).map(String);
