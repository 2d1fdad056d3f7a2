/** Evidence from `format`. */
import { entityOf } from '../schema/entity.ts';
import { type Candidate, type Leaf, NOTHING } from '../schema/leaf.ts';
import { type Role, roleOf } from '../roles/roles.ts';

const WEIGHT = 0.35;
const BY_FORMAT: Readonly<Record<string, Role>> = {
  date: 'date',
  'date-time': 'instant',
  datetime: 'dateTime',
  instant: 'instant',
  time: 'time',
  duration: 'duration',
  uuid: 'uuid',
  uri: 'url',
  url: 'url',
  'uri-reference': 'url',
  byte: 'base64',
};

export function byFormat(leaf: Leaf): readonly Candidate[] {
  const format = leaf.schema.format?.toLowerCase();
  if (format === undefined) return NOTHING;
  const role =
    format === 'email' ? roleOf(entityOf(leaf) ?? 'patient', 'email') : Object.hasOwn(BY_FORMAT, format) ? BY_FORMAT[format] : undefined;
  return role ? [{ role, weight: WEIGHT }] : NOTHING;
}
