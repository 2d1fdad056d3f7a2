/** What a row of the table says of an exchange, and where its links lead. Our server and our script both fill rows with it. */
import { counted } from '../../contract/counted.ts';
import { meaningOf, sourceOf, timeOf, type Exchanged } from './words.ts';

interface Part {
  readonly text: string;
  /** Below the first page, where it is a link. */
  readonly leadsTo?: string;
}

export const parts = ['time', 'method', 'address', 'api', 'operation', 'status', 'meaning', 'notes', 'source'] as const;
export type PartName = (typeof parts)[number];
export type ShownRow = Readonly<Record<PartName, Part>>;

const none: Part = { text: '' };

export const emptyRow: ShownRow = {
  time: none,
  method: none,
  address: { text: '', leadsTo: '/exchanges' },
  api: { text: '', leadsTo: '/apis' },
  operation: { text: '', leadsTo: '/apis' },
  status: none,
  meaning: none,
  notes: none,
  source: none,
};

export function rowOf({ id, at, request, api, operation, answer, conformanceNotes = 0 }: Exchanged): ShownRow {
  const ofApi = `/apis/${encodeURIComponent(api?.slug ?? '')}`;
  return {
    time: { text: timeOf(at) },
    method: { text: request.method },
    address: { text: request.url, leadsTo: `/exchanges/${encodeURIComponent(id)}` },
    api: api?.slug === undefined ? none : { text: api.title ?? api.slug, leadsTo: ofApi },
    operation: operation?.id === undefined ? none : { text: operation.id, leadsTo: `${ofApi}/${encodeURIComponent(operation.id)}` },
    status: { text: String(answer.status) },
    meaning: { text: meaningOf(answer.status) },
    notes: conformanceNotes === 0 ? none : { text: counted(conformanceNotes, 'note') },
    source: { text: sourceOf(answer) },
  };
}
