/** What is said of an answer, as plain parts that the server writes as markup and the browser as elements. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { meaningOf, type Exchanged } from '../exchanges/words.ts';
import type { ShownAnswer } from './answer.ts';
import { fieldName, ownFields, type RequestForm } from './request.ts';

export type ToldPart =
  | { readonly is: 'heading' | 'text' | 'code'; readonly text: string }
  /** Folded away until somebody wants to see it. */
  | { readonly is: 'folded'; readonly name: string; readonly rows: readonly (readonly [name: string, value: string])[] }
  | { readonly is: 'list'; readonly items: readonly ListedFault[] };

interface ListedFault {
  readonly text: string;
  /** The field that is wrong. */
  readonly field?: string;
}

export const answerHeading = ({ status }: ShownAnswer): string => `Answer: ${status}, ${meaningOf(status)}`;

export function toldOf(form: RequestForm, answer: ShownAnswer, explanation: Exchanged | undefined): readonly ToldPart[] {
  const problem = explanation?.problem;
  const faults = problem?.faults ?? [];
  const lines = [...(explanation?.next ?? []).map((line) => `It would be refused for this next: ${line}`), ...(explanation?.notes ?? [])];
  return [
    ...(explanation?.answer.why === undefined ? [] : [part('heading', 'Why this answer'), part('text', explanation.answer.why)]),
    ...(problem === undefined ? [] : [part('heading', 'What was wrong'), part('text', problem.message)]),
    ...(faults.length === 0 ? [] : [list(faults.map((fault) => listed(form, fault)))]),
    ...(lines.length === 0 ? [] : [list(lines.map((text) => ({ text })))]),
    ...(answer.body === '' && answer.note === undefined ? [] : [part('heading', 'Body')]),
    ...(answer.note === undefined ? [] : [part('text', answer.note)]),
    ...(answer.body === '' ? [] : [part('code', answer.body)]),
    { is: 'folded', name: 'Headers of the answer', rows: answer.headers },
  ];
}

const part = (is: 'heading' | 'text' | 'code', text: string): ToldPart => ({ is, text });
const list = (items: readonly ListedFault[]): ToldPart => ({ is: 'list', items });

type Fault = NonNullable<Exchanged['problem']>['faults'][number];

function listed(form: RequestForm, fault: Fault): ListedFault {
  const field = fieldOfFault(form, fault);
  const place = [fault.in === 'body' ? 'Body' : (fault.name ?? fault.in), fault.pointer].filter(Boolean).join(' ');
  return { text: `${place}: ${fault.message}`, ...(field !== undefined && { field }) };
}

/** What is wrong with each field, for a line beside it. */
export function faultsByField(form: RequestForm, explanation: Exchanged | undefined): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const fault of explanation?.problem?.faults ?? []) {
    const field = fieldOfFault(form, fault);
    if (field === undefined) continue;
    const line = [fault.pointer, fault.message].filter(Boolean).join(' ');
    said.set(field, [said.get(field), line].filter(Boolean).join('; '));
  }
  return said;
}

function fieldOfFault({ parameters }: RequestForm, { in: place, name = '' }: Fault): string | undefined {
  if (place === 'body') return ownFields.body;
  const parameter = parameters.find((one) => one.in === place && one.name.toLowerCase() === name.toLowerCase());
  if (parameter) return fieldName(parameter);
  if (place !== 'header') return undefined;
  const own: Readonly<Record<string, string>> = { accept: ownFields.accept, 'content-type': ownFields.type, prefer: ownFields.prefer };
  return own[name.toLowerCase()] ?? ownFields.headers;
}

/** A request as texts of the fields of the form. */
export function fieldTexts(form: RequestForm, parts: components['schemas']['RequestParts']): ReadonlyMap<string, string> {
  const texts = new Map(parts.values.map((value) => [fieldName(value), value.text]));
  const extra: string[] = [];
  for (const [name, value] of Object.entries(parts.headers)) {
    const lower = name.toLowerCase();
    if (lower === 'accept') texts.set(ownFields.accept, value);
    else if (lower === 'content-type') texts.set(ownFields.type, value);
    else if (lower !== 'cookie' && !form.parameters.some((one) => one.in === 'header' && one.name.toLowerCase() === lower))
      extra.push(`${name}: ${value}`);
  }
  if (extra.length > 0) texts.set(ownFields.headers, extra.join('\n'));
  if (parts.body !== undefined) texts.set(ownFields.body, parts.body);
  return texts;
}
