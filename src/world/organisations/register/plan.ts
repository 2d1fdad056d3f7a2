/** Who is ever in the register, by code, with all that happens to them; and the organisations that only the register tells of. */
import type { TestOrganisation } from '../../../organisation-register.ts';
import type { Organisation } from '../../../population.ts';
import { field } from '../../fields.ts';
import { hash } from '../../hash.ts';
import { objectId } from '../../object-id.ts';
import type { Places } from '../../places/places.ts';
import { codeNumber } from '../codes.ts';
import { type Organisations, phoneOf } from '../organisations.ts';
import { besideTheWorld } from './beside-the-world.ts';
import { type Ground, groundOf } from './ground.ts';
import type { Registered, RegisteredSite } from './registered.ts';
import { ofTheWorld } from './of-the-world.ts';
import { plannedTest } from './test-organisations.ts';

export interface RegisterPlan {
  readonly ground: Ground;
  readonly held: ReadonlyMap<string, Registered>;
  organisation(held: Registered): Organisation | undefined;
  /** Whatever the day. */
  byCode(code: string): Organisation | undefined;
}

/** Test people's have numbers beyond those of all others, which no other test organisation changes. */
const firstOfTests = 0x1000;
const testNumbers = 0xf000;

export function planOf(seed: number, places: Places, organisations: Organisations, tests: readonly TestOrganisation[]): RegisterPlan {
  const ground = groundOf(seed, places, organisations.sites);
  const held = new Map<string, Registered>();
  for (const test of tests)
    held.set(test.ods, { successions: [], ...plannedTest(ground, test), order: firstOfTests + (codeNumber(test.ods) % testNumbers) });
  let order = 0;
  for (const planned of [...ofTheWorld(ground), ...besideTheWorld(ground)]) {
    order += 1;
    // The codes of test people's organisations win.
    if (!held.has(planned.ods)) held.set(planned.ods, { successions: [], ...planned, order });
  }
  const made = new Map<string, Organisation>();

  function make({ ods, isReferenceOnly }: Registered, { kind, name, settlement, premises, parent }: RegisteredSite): Organisation {
    const position = places.premises(settlement, premises);
    const { lines, postcode, uprn, paf } = places.address({ settlement, site: position });
    return {
      ods,
      name,
      kind,
      address: { id: objectId(seed, position, field.addressId), use: 'work', lines, postcode, uprn, paf },
      phone: isReferenceOnly ? '' : phoneOf(ground.settlement(settlement), hash(seed, position, field.homePhone)),
      parent,
    };
  }

  function organisation(each: Registered): Organisation | undefined {
    if (each.site === undefined) return organisations.byCode(each.ods);
    const found = made.get(each.ods) ?? make(each, each.site);
    made.set(each.ods, found);
    return found;
  }

  return {
    ground,
    held,
    organisation,
    byCode(code) {
      const found = held.get(code.toUpperCase());
      return found && organisation(found);
    },
  };
}
