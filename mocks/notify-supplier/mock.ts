/** The NHS Notify Supplier API: letters wait, are fetched, and a supplier says what became of each; NHS Notify is told. */
import type { operations } from '../../src/generated/notify-supplier.types.ts';
import { pdf } from '../../src/fhir/pdf.ts';
import type { Call } from '../../src/mock/call.ts';
import type { Mock } from '../../src/mock/mock.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { applicationsOnly } from '../../src/nhs/access-modes.ts';
import { letterRequested, letterTold, type LetterRequested, type LetterTold } from '../notify-letters.ts';
import { dialect } from './dialect.ts';
import { arrived, keep, letterOf, waiting, type Letter, type Status } from './letters.ts';

interface Told {
  readonly status: Status;
  readonly reasonCode?: string | number;
  readonly reasonText?: string;
}

const noLetter: Problem = { problem: 'not-found', message: 'No letter has this id.' };

function tell(call: Pick<Call, 'store' | 'emit'>, letter: Letter, { status, reasonCode, reasonText }: Told): void {
  const { reasonCode: _, reasonText: __, ...before } = letter;
  keep(call, { ...before, status, ...(reasonCode !== undefined && { reasonCode }), ...(reasonText !== undefined && { reasonText }) });
  const about: LetterTold = { id: letter.id, status, ...(reasonText !== undefined && { reasonText }) };
  call.emit({ type: letterTold, about });
}

function shown({ id, status, specificationId, groupId, reasonCode, reasonText }: Letter) {
  const reason = { ...(reasonCode !== undefined && { reasonCode }), ...(reasonText !== undefined && { reasonText }) };
  return { type: 'Letter' as const, id, attributes: { status, specificationId, groupId, ...reason } };
}

export default {
  dialect,
  access: applicationsOnly,
  events: {
    emits: [letterTold],
    on: { [letterRequested]: (cue, about) => keep(cue, arrived(about as LetterRequested)) }, // as NHS Notify told it
    // For NHS Notify, and nobody outside.
    messages: { [letterTold]: () => undefined },
  },
  behaviours: {
    listLetters: (call) => ({ status: 200, body: { data: waiting(call, call.query.limit ?? 10).map(shown) } }),

    getLetterStatus(call) {
      const letter = letterOf(call, call.path.id);
      return letter ? { status: 200, body: { data: shown(letter) } } : noLetter;
    },

    // The path says which letter it is: the official sandbox's own clients name another one in the body.
    patchLetter(call) {
      const { id, attributes } = call.body.data;
      const letter = letterOf(call, id) && letterOf(call, call.path.id);
      if (!letter) return noLetter;
      tell(call, letter, attributes);
      return { status: 202 };
    },

    postLetters(call) {
      for (const { id, attributes } of call.body.data) {
        const letter = letterOf(call, id);
        if (!letter) return noLetter;
        tell(call, letter, attributes);
      }
      return { status: 202 };
    },

    getDataId(call) {
      const { id } = call.path;
      if (letterOf(call, id)?.printed === undefined) return noLetter;
      return { status: 303, headers: { Location: call.url(`/letters/${encodeURIComponent(id)}/file.pdf`) } };
    },

    'get-file'(call) {
      const printed = letterOf(call, call.path.id)?.printed;
      if (!printed) return noLetter;
      const { to, subject, paragraphs } = printed;
      return { status: 200, binary: { bytes: pdf(subject, [...to, ...paragraphs]), type: 'application/pdf' } };
    },

    // What no specification names is of none that is known.
    createMI: ({ body }) =>
      body.data.attributes.specificationId === '' ? { problem: 'not-found', message: 'No specification has this id.' } : undefined,
  },
} satisfies Mock<operations>;
