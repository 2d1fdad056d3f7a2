/** The generator of a contract, which its plan holds for the product. */
import { createGenerator, type Generator } from '../src/making/generate.ts';
import type { Contract } from '../src/contract/contract.ts';
import { inferRoles } from '../src/meaning/infer-roles.ts';

const generators = new WeakMap<Contract, Generator>();

export function generatorOf(contract: Contract): Generator {
  const generator = generators.get(contract) ?? createGenerator(inferRoles(contract));
  generators.set(contract, generator);
  return generator;
}
