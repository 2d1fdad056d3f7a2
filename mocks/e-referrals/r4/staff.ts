/** Who may do what where: the functions of whoever is signed in, and the clinicians for whom an administrator acts. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { askerOf, functionsHeld, type HeldFunction } from '../asker/asker.ts';
import { publishedOrganisation } from '../organisations.ts';
import { publishedClinician, publishedSlotClinician } from '../healthcare-services/published.ts';
import { found, type Found } from './found.ts';
import { concept, identifierOf, referenceTo } from './systems.ts';

const everything = [
  'SERVICE_PROVIDER_CLINICIAN',
  'SERVICE_PROVIDER_CLINICIAN_ADMIN',
  'SERVICE_PROVIDER_ADMIN',
  'REFERRING_CLINICIAN',
  'REFERRING_CLINICIAN_ADMIN',
  'REFERRING_ADMIN',
] as const;

/** One role for each organisation. Of whom nothing is known, all of them are theirs. */
export function ownFunctions(call: AnyCall): Found {
  const { user, organisation = publishedOrganisation } = askerOf(call);
  const held = functionsHeld(call) ?? everything.map((name): HeldFunction => ({ businessFunction: name, organisation }));
  const lastUpdated = new Date(call.clock.now()).toISOString();
  const organisations = new Set(held.map((each) => each.organisation));
  return found(
    call,
    [...organisations].map((ods) => ({
      resourceType: 'PractitionerRole',
      id: `PractitionerRole-${ods}-${user}`,
      meta: { lastUpdated },
      practitioner: referenceTo('user', user),
      organization: referenceTo('organisation', ods),
      code: held.filter((each) => each.organisation === ods).map((each) => concept('eRS-BusinessFunction-1', each.businessFunction)),
    })),
  );
}

const most = 50;

export function cliniciansToActFor(call: AnyCall): Found {
  const { organisation = publishedOrganisation } = askerOf(call);
  const staff = call.population.practitioners(organisation).map(({ sdsUserId }) => sdsUserId);
  const own = organisation === publishedOrganisation ? [publishedClinician, publishedSlotClinician] : [];
  const lastUpdated = new Date(call.clock.now()).toISOString();
  // The identifier is no list here: as the service tells it.
  return found(
    call,
    [...new Set([...own, ...staff])]
      .slice(0, most)
      .map((id) => ({ resourceType: 'Practitioner', id, meta: { lastUpdated }, identifier: identifierOf('user', id) })),
  );
}
