/** Makes a drawn choice consistent: what cannot stand together gives way, so that every contract is one that somebody could have written. */
import type { Choice, Shape } from '../contract-generator.ts';
import type { Member } from './members.ts';

/** Of every contract: a text that must be sent and can be searched by. */
const title: Member = { name: 'title', kind: 'text', mode: 'required', search: 'equal' };

const fhirMembers: Readonly<Record<Choice['resource'], readonly Member[]>> = {
  Task: [
    { name: 'status', kind: 'code', mode: 'required', search: 'equal' },
    { name: 'description', kind: 'text', mode: 'required', search: 'none' },
    { name: 'authoredOn', kind: 'instant', mode: 'optional', search: 'range' },
    { name: 'code', kind: 'concept', mode: 'optional', search: 'equal' },
    { name: 'focus', kind: 'reference', mode: 'optional', search: 'equal' },
    { name: 'identifier', kind: 'identifiers', mode: 'optional', search: 'equal' },
  ],
  Practitioner: [
    { name: 'active', kind: 'flag', mode: 'required', search: 'equal' },
    { name: 'name', kind: 'names', mode: 'required', search: 'equal' },
    { name: 'birthDate', kind: 'date', mode: 'optional', search: 'range' },
    { name: 'identifier', kind: 'identifiers', mode: 'optional', search: 'equal' },
  ],
  Slot: [
    { name: 'status', kind: 'code', mode: 'required', search: 'equal' },
    { name: 'start', kind: 'instant', mode: 'required', search: 'range' },
    { name: 'end', kind: 'instant', mode: 'required', search: 'none' },
    { name: 'comment', kind: 'text', mode: 'optional', search: 'none' },
    { name: 'schedule', kind: 'reference', mode: 'optional', search: 'equal' },
  ],
};

export function settled(choice: Choice, drawn: readonly Member[]): Shape {
  const { style } = choice;
  const saysId = choice.id === 'slug' || choice.id === 'chosen';
  const wrapped = style === 'plain' ? choice.wrapped : 'none';
  const id = style !== 'plain' && (choice.id === 'slug' || choice.id === 'chosen' || choice.id === 'integer') ? 'text' : choice.id;
  const acknowledgement =
    !choice.item || style === 'json-api' || (style === 'plain' && choice.acknowledgement === 'outcome')
      ? 'row'
      : style === 'fhir' && (choice.acknowledgement === 'id' || choice.acknowledgement === 'receipt')
        ? 'outcome'
        : choice.acknowledgement;
  // Swagger 2.0 has no null, no choice, nothing write-only, and forms of another kind.
  const old = choice.openapi === '2.0';
  const hasNull = ['django', 'marker', 'nullable-array'].includes(choice.envelope);
  const envelope = (choice.envelope === 'nullable-array' && choice.openapi === '3.0.3') || (old && hasNull) ? 'bare' : choice.envelope;
  const paging = pagingOf({ ...choice, envelope, paging: old && choice.paging === 'cursor' ? 'offset' : choice.paging });
  const form = choice.media === 'application/x-www-form-urlencoded';
  const media = style === 'plain' && !(form && (wrapped === 'both' || old)) ? choice.media : 'application/json';
  const flat = ({ kind }: Member): boolean => ['text', 'whole', 'choice', 'flag', 'date', 'instant', 'decimal', 'texts'].includes(kind);
  const members = [
    title,
    ...drawn.filter((member) =>
      media === 'application/x-www-form-urlencoded' ? flat(member) || member.mode.startsWith('readOnly') : true,
    ),
  ].filter(
    ({ name, mode, kind }) =>
      !(old && (mode === 'writeOnly' || kind === 'nullable' || kind === 'variant')) &&
      // An attribute of JSON:API is never called so.
      !(style === 'json-api' && name === 'type') &&
      !(name === 'data' && mode === 'writeOnly' && wrapped !== 'none') &&
      (paging === 'none' || !['page', 'size', 'limit', 'start', 'count', 'from', 'after', 'first', 'next'].includes(name)),
  );
  const idShown = choice.idShown || style !== 'plain' || !choice.item || saysId || !['row', 'ok', 'empty'].includes(acknowledgement);
  return {
    ...choice,
    id,
    acknowledgement,
    envelope,
    paging,
    media,
    wrapped,
    idName: id === 'slug' || style !== 'plain' || wrapped !== 'none' ? 'id' : choice.idName,
    // An item may go without its id only where its address is told otherwise.
    idShown,
    // Without an item path there is no read to publish an example for.
    published: idShown && (choice.item || choice.published !== 'item') ? choice.published : 'none',
    showsParent: choice.showsParent && choice.parents > 0 && style === 'plain',
    schemas: style === 'plain' ? choice.schemas : 'one',
    open: style === 'fhir' || (style === 'plain' && choice.schemas === 'composed') ? true : choice.open,
    references: choice.references && !old,
    keys: old ? 'exact' : choice.keys,
    linkHeader: choice.linkHeader && style === 'plain' && paging !== 'none',
    slash: choice.slash && style === 'plain',
    unknownMember: choice.unknownMember && choice.open && style === 'plain' && media !== 'application/x-www-form-urlencoded',
    listed: style === 'plain' ? choice.listed : 'whole',
    element: style === 'plain' ? choice.element : 'bare',
    // Nobody but a server can name what the server mints.
    put: !choice.item || style === 'json-api' ? 'none' : choice.put === 'upsert' && (id === 'integer' || !idShown) ? 'row' : choice.put,
    patch: patchOf({ ...choice, wrapped }),
    delete: choice.item ? choice.delete : 'none',
    versions: choice.item && choice.put !== 'none' ? choice.versions : 'none',
    members: style === 'fhir' ? fhirMembers[choice.resource] : members,
  };
}

/** What a patch of an item that answers wrap is relative to is nobody's agreement, save where the contract shows it. */
function patchOf({ item, style, patch, wrapped }: Choice): Choice['patch'] {
  if (!item || patch === 'none') return 'none';
  if (style !== 'plain') return style === 'fhir' ? 'json-patch' : 'merge';
  return wrapped === 'none' || (wrapped === 'both' && patch === 'merge') ? patch : 'partial';
}

function pagingOf({ style, paging, envelope }: Choice): Choice['paging'] {
  if (style === 'fhir') return paging === 'none' ? 'none' : 'offset';
  if (style === 'json-api') return paging === 'none' ? 'none' : 'page';
  if (paging === 'cursor') return ['items', 'marker', 'status', 'nested'].includes(envelope) ? 'cursor' : 'offset';
  if (paging === 'after') return envelope === 'has-more' ? 'after' : 'page';
  return paging;
}
