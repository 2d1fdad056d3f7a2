/** The letters of a workspace: those of NHS Notify, under what a supplier has said of each, and the ten of the official sandbox. */
import type { components } from '../../src/generated/notify-supplier.types.ts';
import type { Call } from '../../src/mock/call.ts';
import type { LetterRequested } from '../notify-letters.ts';

export type Status = components['schemas']['LetterStatus'];

export interface Letter {
  readonly id: string;
  readonly status: Status;
  readonly specificationId: string;
  readonly groupId: string;
  readonly reasonCode?: string | number;
  readonly reasonText?: string;
  /** What is printed; nothing, where its file was destroyed or never made. */
  readonly printed?: Pick<LetterRequested, 'to' | 'subject' | 'paragraphs'>;
}

type Held = Pick<Call, 'store'>;

const collection = 'notify-supplier/letters';
const byStatus = 'status';

const reasons = {
  REJECTED: 'The address does not fit its window',
  CANCELLED: 'Taken back before it was printed',
  FAILED: 'The file could not be printed',
  RETURNED: 'Nobody of this name lives there',
} as const;

const example: Letter['printed'] = {
  to: ['Sample Patient', '1 Example Square', 'Leeds', 'LS70 1AA'],
  subject: 'A letter of the sandbox',
  paragraphs: ['This is what a supplier would print.'],
};

/** The ids that the official sandbox publishes, each in a state of its own. */
const published: ReadonlyMap<string, Letter> = new Map(
  (
    [
      ['24', 'PENDING'],
      ['2A', 'ACCEPTED'],
      ['2B', 'PRINTED'],
      ['2C', 'ENCLOSED'],
      ['2D', 'DISPATCHED'],
      ['2E', 'DELIVERED'],
      ['2W', 'REJECTED'],
      ['2X', 'CANCELLED'],
      ['2Y', 'FAILED'],
      ['2Z', 'RETURNED'],
    ] as const
  ).map(([start, status]): [string, Letter] => {
    const id = `${start}L5eYSWGzCHlGmzNxuqVusPxDg`;
    const letter = { id, status, ...printedAs('sandbox-letter-c5-second-class') };
    const isRefused = status === 'REJECTED' || status === 'FAILED' || status === 'RETURNED' || status === 'CANCELLED';
    return [id, isRefused ? { ...letter, reasonCode: 100, reasonText: reasons[status] } : { ...letter, printed: example }];
  }),
);

export function letterOf({ store }: Held, id: string): Letter | undefined {
  const document = store.get(collection, id);
  return document === undefined ? published.get(id) : (JSON.parse(document) as Letter); // as `keep` wrote it
}

export function keep({ store }: Held, letter: Letter): void {
  store.put(collection, letter.id, JSON.stringify(letter), [{ name: byStatus, value: letter.status }]);
}

/** The oldest first. */
export function waiting({ store }: Held, most: number): readonly Letter[] {
  const own = [...published.values()].filter(({ id, status }) => status === 'PENDING' && store.get(collection, id) === undefined);
  const kept = store.find(collection, [{ name: byStatus, anyOf: ['PENDING'] }], { limit: most });
  return [...own, ...kept.map(({ document }) => JSON.parse(document) as Letter)].slice(0, most); // as `keep` wrote it
}

export function arrived({ id, specificationId, to, subject, paragraphs }: LetterRequested): Letter {
  return { id, status: 'PENDING', ...printedAs(specificationId), printed: { to, subject, paragraphs } };
}

/** Letters of one size are printed together. */
function printedAs(specificationId: string): Pick<Letter, 'specificationId' | 'groupId'> {
  return { specificationId, groupId: specificationId.split('-').slice(0, 3).join('-') };
}
