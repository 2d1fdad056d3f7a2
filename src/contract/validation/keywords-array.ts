/** The keywords that look inside arrays. */
import { fault, fits, pointerInside, spend, type Keyword } from './check.ts';
import { counted } from '../counted.ts';
import { repeatedItem } from '../equal.ts';
import { isArray } from '../json.ts';

export const items: Keyword = ({ items: rest, prefixItems = [] }, compile) => {
  if (rest === undefined && prefixItems.length === 0) return undefined;
  const first = prefixItems.map(compile);
  const other = rest === undefined ? undefined : compile(rest);
  return (value, at, run) => {
    if (!isArray(value)) return true;
    let fitting = true;
    for (let index = 0; index < value.length; index++) {
      const check = first[index] ?? other;
      if (check === undefined || check(value[index] ?? null, pointerInside(run, at, index), run)) continue;
      if (!run.faults) return false;
      fitting = false;
    }
    return fitting;
  };
};

export const itemCount: Keyword = ({ minItems: least = 0, maxItems: most = Infinity, uniqueItems }) => {
  if (least === 0 && most === Infinity && uniqueItems !== true) return undefined;
  return (value, at, run) => {
    if (!isArray(value)) return true;
    const enough = value.length >= least || fault(run, at, 'minItems', `must have at least ${counted(least, 'item')}`);
    const notTooMany = value.length <= most || fault(run, at, 'maxItems', `must have at most ${counted(most, 'item')}`);
    const repeated = uniqueItems === true ? repeatedItem(value, (steps) => spend(run, steps)) : -1;
    const unique =
      repeated < 0 || fault(run, pointerInside(run, at, repeated), 'uniqueItems', 'repeats an earlier item, and each may stand here once');
    return enough && notTooMany && unique;
  };
};

export const contains: Keyword = ({ contains: schema, minContains: least = 1, maxContains: most = Infinity }, compile) => {
  if (schema === undefined) return undefined;
  const check = compile(schema);
  return (value, at, run) => {
    if (!isArray(value)) return true;
    const found = value.filter((item) => fits(check, item, run)).length;
    return (
      (found >= least && found <= most) ||
      fault(
        run,
        at,
        'contains',
        `must hold ${least} ${most === Infinity ? 'or more' : `to ${most}`} of the items that the contract asks for`,
      )
    );
  };
};
