/** What is kept and said of a request once it is answered, with everything taken out that must not be: values that were sent, credentials, numbers of patients. */
import { tokensOf, pointerOf } from '../../contract/json-pointer.ts';
import { lazily } from '../../contract/lazily.ts';
import type { Json } from '../../contract/contract.ts';
import { decodeText } from '../../contract/parameters/query.ts';
import type { Fault, Problem } from '../../mock/problem.ts';
import { redactLiveNumbers } from '../../fhir/live-numbers.ts';
import type { Incoming } from './incoming.ts';
import { mayBeShown, withheldText, withheldUrl } from './withheld.ts';

/** Called once, before the record of an exchange is kept. */
export function withholdFrom(incoming: Incoming): void {
  const { record, url, match } = incoming;
  const wasSent = sentBy(incoming);
  record.url = withheldUrl(url.pathname, url.search, match?.target.queryNames);
  if (record.notes) record.notes = record.notes.map(withheldText);
  if (record.message !== undefined) record.message = withheldText(withoutValues(record.message.slice(0, LONGEST_MESSAGE), wasSent));
  if (record.faults)
    record.faults = record.faults.map((fault, index) =>
      index < SHOWN_FAULTS
        ? { ...shownFault(fault), message: withheldText(withoutValues(fault.message.slice(0, LONGEST_MESSAGE), wasSent)) }
        : fault,
    );
}

/** An error that is written from more than the problem (the address asked for, a published example) has none of them either. */
export function withoutSuspects({ suspects }: Incoming, text: string): string {
  return suspects ? redactLiveNumbers(text, suspects) : text;
}

/** More faults than any answer lists; the others are only counted. */
const SHOWN_FAULTS = 50;
const LONGEST_POINTER = 400;
const LONGEST_MESSAGE = 4_000;

/** A problem as an answer may say it: names that were sent may be a patient's number. */
export function sayable(problem: Problem): Problem {
  const { said, faults } = problem;
  return {
    ...problem,
    message: redactLiveNumbers(problem.message),
    ...(said && { said: { ...said, ...(said.diagnostics !== undefined && { diagnostics: redactLiveNumbers(said.diagnostics) }) } }),
    ...(faults && { faults: faults.map((fault, index) => (index < SHOWN_FAULTS ? sayableFault(fault) : fault)) }),
  };
}

function sayableFault(fault: Fault): Fault {
  return {
    ...fault,
    pointer: redactedPointer(fault.pointer.slice(0, LONGEST_POINTER)),
    ...(fault.name !== undefined && { name: redactLiveNumbers(fault.name.slice(0, LONGEST_POINTER)) }),
    message: redactLiveNumbers(fault.message),
  };
}

/** Token by token: indices that follow each other are no number. */
const redactedPointer = (pointer: string): string =>
  /\d{3}/.test(pointer) || /[^\0-\u007f]/.test(pointer) ? pointerOf(tokensOf(pointer).map((token) => redactLiveNumbers(token))) : pointer;

/** Names as programs give them; what else stands in a pointer is what somebody wrote. */
const plainName = /^(?:\d{0,3}[\p{L}_$@#-][\p{L}\p{N}_$@#.:[\]-]{0,63}|\d{1,6})$/u;

function shownFault(fault: Fault): Fault {
  const tokens = tokensOf(fault.pointer).map((token) => (plainName.test(token) && mayBeShown(token) ? token : '(name withheld)'));
  return {
    ...fault,
    pointer: pointerOf(tokens),
    ...(fault.name !== undefined && { name: plainName.test(fault.name) ? withheldText(fault.name) : '(name withheld)' }),
  };
}

const quoted = /'([^']{1,300})'|"([^"]{1,300})"/g;

/** Real services quote the value that they refuse; what is kept of it is that there was one. */
function withoutValues(message: string, wasSent: (text: string) => boolean): string {
  if (!/['"]/.test(message)) return message;
  return message.replace(quoted, (whole, single: string | undefined, double: string | undefined) =>
    wasSent(single ?? double ?? '') ? whole.replace(single ?? double ?? '', () => 'withheld') : whole,
  );
}

/** Whether a text is something that was sent, or holds it. Everything that was sent is read once, and each text asked for once. */
function sentBy({ match, call, request, url, body }: Incoming): (text: string) => boolean {
  const values = lazily(
    () =>
      new Set([
        ...Object.values(match?.path ?? {}),
        ...(call ? Object.values(call.query).flatMap((value) => (value === undefined ? [] : textsIn(value))) : []),
        ...url.search.split(/[&=]/).map((part) => decodeText(part) ?? part),
        ...request.headers.values(),
        ...textsIn(body?.value ?? null),
      ]),
  );
  const answers = new Map<string, boolean>();
  const look = (text: string): boolean => {
    if (match?.target.plan.parameters.some(({ name }) => name === text)) return false;
    if (values().has(text)) return true;
    for (const value of values()) if (value.length >= 8 && value.length <= text.length && text.includes(value)) return true;
    return false;
  };
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = look(text);
    answers.set(text, answer);
    return answer;
  };
}

/** Level by level, since a body may be deep. */
function textsIn(value: Json): readonly string[] {
  const texts: string[] = [];
  for (let level: readonly Json[] = [value]; level.length > 0;)
    level = level.flatMap((one): readonly Json[] => {
      if (typeof one !== 'object') texts.push(String(one));
      return typeof one === 'object' && one !== null ? Object.values(one) : [];
    });
  return texts;
}
