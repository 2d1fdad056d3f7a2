/** Evidence from the fingerprint of a regular expression: its text is read, it is not run. */
import { entityOf } from '../schema/entity.ts';
import { type Candidate, type Leaf, NOTHING } from '../schema/leaf.ts';
import { type Role, roleOf } from '../roles/roles.ts';

const WEIGHT = 0.6;
/** Shapes that many things share, so that the name may overrule them. */
const WEAK = 0.3;

const FINGERPRINTS: readonly (readonly [RegExp, Role, number])[] = [
  [/nhs-number/, 'patient.nhsNumber', WEIGHT],
  [/ods-organi[sz]ation-code/, 'organisation.odsCode', WEIGHT],
  [/\[A-F0-9\]\{6\}-\[A-Z0-9\]\{6\}-/, 'prescription.shortId', WEIGHT],
  [/W\\?\/"/, 'etag', WEIGHT],
  [/\{8\}-.*\{4\}-.*\{12\}/, 'uuid', WEIGHT],
  [/^\^?\(?(\\d|\[0-9\])\{4\}-(\\d|\[0-9\])\{2\}-(\\d|\[0-9\])\{2\}\)?\$?$/, 'date', WEIGHT],
  [/\(0\[1-9\]\|1\[0-2\]\).*T.*(Z|00:00)/, 'dateTime', WEIGHT],
  [/@.*\\?\./, 'patient.email', WEIGHT],
  [/^\^?(\\d|\[0-9\])\{10\}\$?$/, 'patient.nhsNumber', WEAK],
  [/^\^?\[A-Za-z\]\\?\\d\{5\}\$?/, 'organisation.odsCode', WEAK],
];

export function byPattern(leaf: Leaf): readonly Candidate[] {
  const pattern = leaf.schema.pattern;
  if (pattern === undefined) return NOTHING;
  const found = FINGERPRINTS.filter(([fingerprint]) => fingerprint.test(pattern.slice(0, 400)));
  return found.map(([, role, weight]) => ({ role: ofThisEntity(leaf, role), weight }));
}

/** A pattern says "an NHS number"; the place says whose. */
function ofThisEntity(leaf: Leaf, role: Role): Role {
  const dot = role.indexOf('.');
  const entity = dot < 0 ? undefined : entityOf(leaf);
  return (entity && roleOf(entity, role.slice(dot + 1))) ?? role;
}
