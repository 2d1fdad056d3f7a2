/** Which entries of a record a Bundle tells: those of the kinds that its model tells of, in the areas that it sorts them into, as far as they are asked for. */
import type { ClinicalRecord, Entry, EntryKind } from '../../clinical-record.ts';
import type { FhirVersion } from './about.ts';
import type { RecordArea } from './areas.ts';
import type { AskedParts } from './asked-areas.ts';
import { resourceTypeOf, type BundleModel } from './bundle-model.ts';
import { elementsAt, stringAt } from './element.ts';
import { kindsToldAs, typesThatTell } from './referents.ts';
import { areaOfSection } from './retell-composition.ts';
import { areaOfList } from './retell-list.ts';

export interface SelectedEntries {
  readonly kinds: readonly EntryKind[];
  /** Of one of those kinds. */
  of(kind: EntryKind): readonly Entry[];
}

interface Selection {
  readonly version: FhirVersion;
  readonly asks: AskedParts | undefined;
}

export function selectedEntries(model: BundleModel, record: ClinicalRecord, { version, asks }: Selection): SelectedEntries {
  const areas = areasIn(model, version);
  const kinds = kindsOf(model, areas, version).filter((kind) => asks?.tells(kind) ?? true);
  const selected = new Map<EntryKind, readonly Entry[]>();
  function of(kind: EntryKind): readonly Entry[] {
    const before = selected.get(kind);
    if (before) return before;
    const sorted = areas.filter((area) => area.kinds[0] === kind);
    const entries = record.of(kind).filter((entry) => sorted.length === 0 || sorted.some((area) => area.tells(entry, record.asOf)));
    const asked = asks ? askedAmong(entries, asks, of) : entries;
    selected.set(kind, asked);
    return asked;
  }
  return { kinds, of };
}

/** What is not asked for by name comes with contacts and reports that are. */
function askedAmong(entries: readonly Entry[], asks: AskedParts, of: (kind: EntryKind) => readonly Entry[]): readonly Entry[] {
  const [first] = entries;
  if (first === undefined || asks.asksFor(first.kind)) return asks.among(entries);
  const contacts = asks.asksFor('encounter') ? of('encounter') : [];
  const written = new Set(contacts.flatMap((entry) => (entry.kind === 'encounter' ? entry.about : [])));
  const reports = first.kind === 'observation' && asks.tells('report') ? of('report') : [];
  for (const report of reports) if (report.kind === 'report') for (const id of report.observations) written.add(id);
  return entries.filter(({ id }) => written.has(id));
}

/** The areas that the model sorts entries into, if it does: lists of a record, or the sections of a summary that refer to entries. */
function areasIn({ resources, types }: BundleModel, version: FhirVersion): readonly RecordArea[] {
  return resources.flatMap((resource): readonly RecordArea[] => {
    if (resourceTypeOf(resource) === 'List') {
      const area = 'encounter' in resource ? undefined : areaOfList(resource, version);
      return area === undefined || area.from ? [] : [area];
    }
    if (resourceTypeOf(resource) !== 'Composition') return [];
    const sections = elementsAt(resource, 'section').filter((section) => elementsAt(section, 'entry').length > 0);
    return sections.flatMap((section) => {
      const area = areaOfSection(stringAt(section, 'title') ?? '');
      return area
        ? [{ ...area, kinds: area.kinds.filter((kind) => typesThatTell(kind, version).some((type) => types.includes(type))) }]
        : [];
    });
  });
}

/** What the Bundle tells of: what its lists and its resources are of; of a summary, what its sections refer to. */
function kindsOf(model: BundleModel, areas: readonly RecordArea[], version: FhirVersion): readonly EntryKind[] {
  const isPlanned = intentsIn(model);
  const ofTypes = model.types.flatMap((type) => kindsToldAs(type, version)).filter(isPlanned);
  const ofAreas = areas.flatMap(({ kinds }) => kinds);
  if (model.types.includes('Composition')) return [...new Set(ofAreas)];
  // Stays in hospital and pregnancies are not among the contacts and problems of a record in lists.
  const unlisted: readonly EntryKind[] = ofAreas.length > 0 ? ['admission', 'pregnancy'] : [];
  return [...new Set([...ofAreas, ...ofTypes])].filter((kind) => !unlisted.includes(kind));
}

/** Requests that are plans tell what somebody takes, those that are orders what was prescribed: a model may have the one or the other. */
function intentsIn({ byType }: BundleModel): (kind: EntryKind) => boolean {
  const intents = new Set(byType.get('MedicationRequest')?.map((request) => stringAt(request, 'intent')));
  const hasStatements = byType.has('MedicationStatement');
  return (kind) => {
    if (intents.size === 0 || (kind !== 'issue' && kind !== 'medication')) return true;
    return kind === 'issue' ? intents.has('order') : intents.has('plan') || hasStatements;
  };
}
