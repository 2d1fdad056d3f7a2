/** The form of an operation where script runs: sends from the browser itself, shows the answer beside it, and keeps the code beside it as the fields are. */
import type { Exchanged } from '../exchanges/words.ts';
import { readAnswer, type ShownAnswer } from '../try/answer.ts';
import { makeRequest, type FieldFault, type FormParameter, type MadeRequest, type RequestForm } from '../try/request.ts';
import { snippets } from '../try/snippets/snippets.ts';
import { faultsByField, fieldTexts, answerHeading, toldOf } from '../try/told.ts';
import type { FilledForScript } from '../try/fill-in-whom.ts';
import { whomFields } from '../try/whom-fields.ts';
import { worksFor, type RefusedCaller, type WorksFor } from '../try/who-works.ts';
import { element, partElement } from './told-elements.ts';

export function tryOperations(): void {
  for (const place of document.querySelectorAll<HTMLElement>('.try')) {
    const form = place.querySelector<HTMLFormElement>('#try-form');
    const answer = place.querySelector<HTMLElement>('#try-answer');
    if (form && answer) follow({ place, form, answer, request: requestForm(place, form) });
  }
}

interface Trying {
  readonly place: HTMLElement;
  readonly form: HTMLFormElement;
  /** Where the answer is shown. */
  readonly answer: HTMLElement;
  readonly request: RequestForm;
}

type FieldElement = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isField = (one: Element): one is FieldElement =>
  one instanceof HTMLInputElement || one instanceof HTMLSelectElement || one instanceof HTMLTextAreaElement;

const fieldsOf = (form: HTMLFormElement): readonly FieldElement[] =>
  [...form.elements].filter(isField).filter(({ type, name }) => type !== 'hidden' && name !== '');

const fieldNamed = (form: HTMLFormElement, name: string): FieldElement | undefined => fieldsOf(form).find((one) => one.name === name);

function requestForm({ dataset }: HTMLElement, form: HTMLFormElement): RequestForm {
  const parameters = fieldsOf(form).flatMap(({ name, dataset: { sentAs } }): FormParameter[] => {
    const [, place, parameter = ''] = /^(path|query|header|cookie)\.(.*)$/s.exec(name) ?? [];
    return isPlace(place) ? [{ in: place, name: parameter, sentAs: sentAs === 'values' || sentAs === 'pairs' ? sentAs : 'value' }] : [];
  });
  return { method: dataset['method'] ?? 'GET', template: dataset['template'] ?? '', parameters };
}

const isPlace = (text: string | undefined): text is FormParameter['in'] =>
  text === 'path' || text === 'query' || text === 'header' || text === 'cookie';

function follow(trying: Trying): void {
  const { form, answer } = trying;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send(trying);
  });
  form.addEventListener('input', () => writeSnippets(trying));
  // What a browser has kept of the last visit counts as typed.
  writeSnippets(trying);
  for (const works of answer.querySelectorAll('form')) followWorks(trying, works, new FormData(works));
}

const textOf = ({ form }: Trying, name: string): string => inputNamed(form, name)?.value ?? '';

/** A hidden one is no part of the request. */
function inputNamed(form: HTMLFormElement, name: string): FieldElement | undefined {
  const found = form.elements.namedItem(name);
  return found instanceof Element && isField(found) ? found : undefined;
}

const made = ({ form, request }: Trying): ReturnType<typeof makeRequest> =>
  makeRequest(request, (field) => fieldNamed(form, field)?.value ?? '');

function writeSnippets(trying: Trying): void {
  const request = made(trying);
  if ('faults' in request) return;
  const url = (trying.place.dataset['base'] ?? '') + request.target;
  for (const { name, write } of snippets) {
    const code = trying.place.querySelector(`[data-snippet="${name}"] code`);
    if (code) code.textContent = write({ ...request, url });
  }
}

/** Headers that browsers let no page set: the server sends what has one. */
const forbidden =
  /^(?:accept-charset|accept-encoding|access-control-request-.*|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|referer|te|trailer|transfer-encoding|upgrade|via|proxy-.*|sec-.*|set-cookie|user-agent|x-http-method.*|x-method-override)$/i;

async function send(trying: Trying): Promise<void> {
  const { form, answer, place } = trying;
  const said = place.querySelector('#try-said');
  const unfilled = await fillInWhom(trying);
  if (unfilled.length > 0) return showUnsent(trying, unfilled);
  const request = made(trying);
  if ('faults' in request) return showUnsent(trying, request.faults);
  if (request.headers.some(([name]) => forbidden.test(name))) return form.submit();
  if (said) said.textContent = 'Sending …';
  try {
    const shown = await readAnswer(await ask(place, request));
    show(trying, shown, await explanationOf(place, shown));
    if (said) said.textContent = `${answerHeading(shown)}. It is shown below.`;
    answer.querySelector('h3')?.scrollIntoView({ block: 'nearest' });
  } catch {
    // Another origin may not let pages ask, or may be away: the server of this page says which. Here it may have arrived all the same.
    if (new URL(place.dataset['base'] ?? '', location.href).origin !== location.origin) return form.submit();
    if (said) said.textContent = 'No answer came.';
    answer.replaceChildren(
      element('h3', { text: 'No answer came' }),
      partElement({
        is: 'text',
        text: 'The connection was closed before an answer was whole. The sandbox may have stopped, or been told to fail.',
      }),
    );
  }
}

/** What proves who sends it is got by the server of the page, for whomever is chosen: why it was not, where it was not. */
async function fillInWhom(trying: Trying): Promise<readonly FieldFault[]> {
  const { form, place } = trying;
  const isForSomebody = [whomFields.as, whomFields.number, whomFields.was].some((name) => textOf(trying, name) !== '');
  if (!isForSomebody) return [];
  const body = new URLSearchParams([...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
  const answer = await fetch(place.dataset['fills'] ?? '', { method: 'POST', body }).catch(() => undefined);
  const isTold = answer?.headers.get('content-type')?.includes('json') ?? false;
  if (!answer || !isTold) return [{ field: whomFields.as, message: 'A token could not be got. Send it once more.' }];
  const { texts, faults } = (await answer.json()) as FilledForScript; // what the server beside this script answers
  for (const [name, text] of Object.entries(texts)) {
    const field = inputNamed(form, name);
    if (field) fill(field, text);
  }
  writeSnippets(trying);
  return faults;
}

/** Who was refused, as the page says who there is. */
function refusedCaller(trying: Trying): RefusedCaller | undefined {
  const said = trying.form.querySelector<HTMLElement>('#try-whom')?.dataset['admits'];
  if (said === undefined) return undefined;
  const chosen = inputNamed(trying.form, whomFields.as);
  const option = chosen instanceof HTMLSelectElement ? chosen.selectedOptions[0] : undefined;
  const mode = textOf(trying, whomFields.number) === '' ? option?.dataset['mode'] : 'patient-access';
  return {
    admitting: JSON.parse(said) as RefusedCaller['admitting'], // as the page was written
    mode: mode as RefusedCaller['mode'], // the same
    sent: (field) => textOf(trying, field),
  };
}

const ask = ({ dataset }: HTMLElement, { method, target, headers, body }: MadeRequest): Promise<Response> =>
  fetch((dataset['base'] ?? '') + target, {
    method,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
    credentials: 'omit',
    redirect: 'follow',
    ...(body !== undefined && { body: new Blob([body]) }),
  });

async function explanationOf({ dataset }: HTMLElement, { trace }: ShownAnswer): Promise<Exchanged | undefined> {
  if (trace === undefined) return undefined;
  const response = await fetch(`${dataset['control'] ?? ''}/trace/${encodeURIComponent(trace)}`).catch(() => undefined);
  // The contract of the sandbox's own API says what it is.
  return response?.ok ? ((await response.json()) as Exchanged) : undefined;
}

function show(trying: Trying, answer: ShownAnswer, explanation: Exchanged | undefined): void {
  const { request, place } = trying;
  markFaults(trying, faultsByField(request, explanation));
  const parts = toldOf(request, answer, explanation).map((part) => partElement(part));
  const works =
    explanation?.worksInParts && answer.status >= 400
      ? [worksButton(trying, worksFor(fieldTexts(request, explanation.worksInParts), refusedCaller(trying)))]
      : [];
  const link = element('a', {
    text: 'All about this request and its answer',
    href: `${place.dataset['exchanges'] ?? ''}/${answer.trace ?? ''}`,
  });
  const more = element('p', { holds: [link] });
  trying.answer.replaceChildren(
    element('h3', { text: answerHeading(answer) }),
    ...parts,
    ...works,
    ...(answer.trace === undefined ? [] : [more]),
  );
}

function showUnsent(trying: Trying, faults: readonly FieldFault[]): void {
  const said = trying.place.querySelector('#try-said');
  if (said) said.textContent = '';
  markFaults(trying, new Map(faults.map(({ field, message }) => [field, message])));
  trying.answer.replaceChildren(
    element('h3', { text: 'This was not sent' }),
    partElement({ is: 'list', items: faults.map(({ field, message }) => ({ text: message, field })) }),
  );
  const [first] = faults;
  if (first) fieldNamed(trying.form, first.field)?.focus();
}

function markFaults({ form }: Trying, faults: ReadonlyMap<string, string>): void {
  for (const field of fieldsOf(form)) {
    const message = faults.get(field.name);
    const place = document.getElementById(`${field.id}-fault`);
    if (place) place.textContent = message ?? '';
    if (message === undefined) field.removeAttribute('aria-invalid');
    else {
      field.setAttribute('aria-invalid', 'true');
      const folded = field.closest('details');
      if (folded) folded.open = true;
    }
  }
}

function worksButton(trying: Trying, { texts, words }: WorksFor): HTMLElement {
  const button = element('button', { text: words, type: 'button', class: 'plain' });
  button.addEventListener('click', () => fillAndSend(trying, texts));
  return element('p', { holds: [button] });
}

/** A form that came with the page. */
function followWorks(trying: Trying, works: HTMLFormElement, data: FormData): void {
  works.addEventListener('submit', (event) => {
    event.preventDefault();
    fillAndSend(trying, new Map([...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))));
  });
}

function fillAndSend(trying: Trying, texts: ReadonlyMap<string, string>): void {
  for (const field of fieldsOf(trying.form)) fill(field, texts.get(field.name) ?? '');
  // What was filled in for somebody is made anew.
  for (const name of [whomFields.given, whomFields.was]) {
    const field = inputNamed(trying.form, name);
    if (field) field.value = '';
  }
  writeSnippets(trying);
  trying.answer.focus();
  void send(trying);
}

/** A choice that is not in its list is put into it. */
function fill(field: FieldElement, text: string): void {
  if (field instanceof HTMLSelectElement && ![...field.options].some(({ value }) => value === text)) field.add(new Option(text, text));
  field.value = text;
}
