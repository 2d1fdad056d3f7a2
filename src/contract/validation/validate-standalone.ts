/**
 * Checks values with functions that were written when the project was built, for our own contracts: several times as fast as interpreting,
 * and still no code made at run time. They only say whether a value fits; why it does not, the interpreting validator says, so
 * that both report the same faults and the generated code carries no messages.
 */
import type { Checker, Json, SchemaAt, SchemaFault } from '../contract.ts';
import type { Validator } from './validate-interpreted.ts';

/** Generated functions by the JSON pointer of the schema that each stands for. */
export type Compiled = Readonly<Record<string, ((value: Json) => boolean) | undefined>>;

const NO_FAULTS: readonly SchemaFault[] = [];
/** Never seen as long as both validators agree, which a test watches; but no value may pass because they do not. */
const UNEXPLAINED: readonly SchemaFault[] = [{ pointer: '', keyword: 'schema', message: 'breaks its schema' }];

export function standaloneValidator(interpreted: Validator, compiled: Compiled): Validator {
  const checker = (at: SchemaAt): Checker => {
    const explain = interpreted.checker(at);
    const fits = compiled[at.pointer];
    if (fits === undefined) return explain;
    return (value) => {
      if (fits(value)) return NO_FAULTS;
      const faults = explain(value);
      return faults.length > 0 ? faults : UNEXPLAINED;
    };
  };
  return {
    ...interpreted,
    check: (at, value) => checker(at)(value),
    checker,
    lenient: (at, samples) => interpreted.lenient(at, samples, checker(at)),
  };
}
