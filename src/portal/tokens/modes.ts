/** Access modes, in words for a person: what a token of each may do. */

interface ModeWords {
  /** As the platform calls it. */
  readonly name: string;
  readonly who: string;
  readonly may: string;
  readonly mayNot: string;
}

const words: Readonly<Record<string, ModeWords>> = {
  'application-restricted': {
    name: 'application-restricted',
    who: 'An application by itself',
    may: 'It stands for the application alone, and is let in by APIs that take applications.',
    mayNot: 'Nobody is signed in: APIs that want a patient or a member of staff refuse it.',
  },
  'user-restricted': {
    name: 'user-restricted, staff',
    who: 'A member of staff who is signed in',
    may: 'It does what an API allows to staff. Many want the role in which somebody acts, in the header NHSD-Session-URID.',
    mayNot: 'APIs that are for patients or for applications alone refuse it.',
  },
  'patient-access': {
    name: 'user-restricted, patient',
    who: 'A patient who is signed in',
    may: 'It reads, and sometimes changes, what is the patient’s own, once the patient has proved who they are (P9).',
    mayNot: 'It is refused the record of anybody else, most searches, and everything for staff.',
  },
};

const none: ModeWords = { name: 'unknown', who: 'Somebody', may: '', mayNot: '' };

export const modeInWords = (mode: string): ModeWords => words[mode] ?? none;
