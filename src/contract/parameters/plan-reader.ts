/** What an operation takes as one of its parameters, understood once: what the contract's own examples break of its schema is let through. */
import type { Contract, LenientCheck, Operation, Parameter, Relaxation } from '../contract.ts';
import { isCounterExample } from '../counter-examples.ts';
import { parseQuery } from './query.ts';
import { aboutParameter, likeliestReading, readerBy, type Reader, type Sent } from './read-parameter.ts';

export interface PlannedReader extends Reader {
  /** What is not enforced, because the parameter's own examples break it. */
  readonly relaxations: () => readonly Relaxation[];
}

export function planReader(contract: Contract, operation: Operation, parameter: Parameter): PlannedReader {
  const lenient = lenience(contract, operation, parameter);
  const reader = readerBy(contract, operation, { ...aboutParameter(contract, parameter), ...lenient });
  return Object.assign(reader, { relaxations: lenient?.relaxations ?? (() => []) });
}

/** The check of a parameter that lets through what its own examples break. An example that a request may send anyway breaks nothing. */
function lenience(contract: Contract, operation: Operation, parameter: Parameter): LenientCheck | undefined {
  const { schema, examples } = parameter;
  if (!schema) return undefined;
  return contract.lenient(schema, () => {
    const about = aboutParameter(contract, parameter);
    const strictly = readerBy(contract, operation, about);
    return examples.flatMap((example) => {
      const { name, value } = example;
      const text = typeof value === 'object' ? undefined : String(value);
      if (text === '' || isCounterExample(operation, example)) return [];
      const read = text === undefined ? undefined : strictly(sentWith(parameter, text));
      if (read && !('faults' in read)) return [];
      return [{ name: `the example "${name}"`, value: (text === undefined ? undefined : likeliestReading(about, text)) ?? value }];
    });
  });
}

/** A request with one parameter. */
function sentWith({ name }: Parameter, text: string): Sent {
  return {
    path: { [name]: text },
    query: parseQuery(`?${encodeURIComponent(name)}=${encodeURIComponent(text)}`),
    header: () => text,
    cookies: { [name]: text },
  };
}
