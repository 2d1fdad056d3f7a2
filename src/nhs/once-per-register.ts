/** What is made of the register of organisations, an index for one, is made once for the register of a day. */
import type { OrganisationRegister } from '../organisation-register.ts';

export function oncePerRegister<T>(make: (register: OrganisationRegister) => T): (register: OrganisationRegister) => T {
  const known = new WeakMap<OrganisationRegister, { readonly value: T }>();
  return (register) => {
    const found = known.get(register) ?? { value: make(register) };
    known.set(register, found);
    return found.value;
  };
}
