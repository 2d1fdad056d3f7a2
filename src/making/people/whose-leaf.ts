/** Whose a leaf of a published body is: the person's that it was published about, their practice's, or somebody else's. */
import type { Role } from '../../meaning/roles/roles.ts';
import type { RoleLeaf } from '../../meaning/studied-body.ts';

type Place = readonly string[];

/** Words around an organisation's leaf that make it the person's own practice … */
const OWN_PRACTICE = /practice|surgery|generalpractitioner|registered|managingorgani[sz]ation|^gp/i;
/** … and those that make it whoever referred them, or a practice that they have left. */
const ANOTHER_PRACTICE = /refer|previous|former|sending|sender/i;

/** What a body says of its first person and of that person's practice and pharmacy; nothing that stands with somebody else's number. */
export function personLeaves(leaves: readonly RoleLeaf[]): readonly (RoleLeaf & { readonly role: Role })[] {
  const practices = ownPractices(leaves);
  const others = othersThan(leaves);
  return leaves.filter((leaf): leaf is RoleLeaf & { readonly role: Role } => {
    const { role } = leaf;
    if (role === undefined || role === 'patient.nhsNumber') return false;
    return isOfThePerson(leaf, role, practices) && !others.some((place) => within(leaf.tokens, place));
  });
}

function isOfThePerson({ leaf, tokens }: RoleLeaf, role: Role, practices: readonly Place[]): boolean {
  const around = [...leaf.context, leaf.name];
  if (role.startsWith('patient.')) return !around.some((word) => /birthplace/i.test(word));
  if (role.startsWith('pharmacy.')) return around.some((word) => /nominated/i.test(word));
  if (!role.startsWith('organisation.')) return false;
  if (practices.some((place) => within(tokens, place))) return true;
  return around.some((word) => OWN_PRACTICE.test(word)) && !around.some((word) => ANOTHER_PRACTICE.test(word));
}

/** Resources that a patient refers to as their practice. */
function ownPractices(leaves: readonly RoleLeaf[]): readonly Place[] {
  const referred = leaves.filter(
    ({ leaf }) => leaf.name === 'reference' && leaf.resource?.type === 'Patient' && leaf.context.some((word) => OWN_PRACTICE.test(word)),
  );
  const ids = new Set(referred.map(({ value }) => String(value).replace(/^.*[/#:]/, '')));
  return leaves
    .filter(({ leaf, value }) => leaf.name === 'id' && leaf.resource?.path === 'id' && ids.has(String(value)))
    .map(({ tokens }) => tokens.slice(0, -1));
}

/** Resources about other people: those that hold another NHS number than the first. */
function othersThan(leaves: readonly RoleLeaf[]): readonly Place[] {
  const numbered = leaves.filter(({ role }) => role === 'patient.nhsNumber');
  const first = numbered[0]?.value;
  return numbered.filter(({ value }) => value !== first).map(({ tokens }) => resourceAround(tokens));
}

/** The entry of a Bundle or item of a list that a place is in; without one, the place's own object. */
function resourceAround(tokens: Place): Place {
  const index = tokens.findIndex((token) => /^\d+$/.test(token));
  return index >= 0 && index < tokens.length - 3 ? tokens.slice(0, index + 1) : tokens.slice(0, -1);
}

export function within(tokens: Place, place: Place): boolean {
  return place.length > 0 && place.every((token, i) => tokens[i] === token);
}
