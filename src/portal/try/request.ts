/** A request as a visitor made it in a form: from the texts of its fields to what is sent and shown as code. Used by the server and by the browser. */

export type Place = 'path' | 'query' | 'header' | 'cookie';

export interface FormParameter {
  readonly in: Place;
  readonly name: string;
  readonly sentAs: 'value' | 'values' | 'pairs';
}

/** What a form is for. */
export interface RequestForm {
  readonly method: string;
  /** Path of the operation below the address of the workspace, with its `{parameters}`. */
  readonly template: string;
  readonly parameters: readonly FormParameter[];
}

/** What a visitor sends, as every language says it. */
export interface MadeRequest {
  readonly method: string;
  /** Path and query below the address of the workspace. */
  readonly target: string;
  /** Each name once. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: string;
}

/** What is wrong with the text of a field, before anything is sent. */
export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

/** Names of the fields that every form has. */
export const ownFields = { accept: 'accept', type: 'type', prefer: 'prefer', headers: 'headers', body: 'body' } as const;

export const fieldName = ({ in: place, name }: Pick<FormParameter, 'in' | 'name'>): string => `${place}.${name}`;

/** `textOf` gives the text of a field, '' where it is empty. An empty field is not sent. */
export function makeRequest(
  form: RequestForm,
  textOf: (field: string) => string,
): MadeRequest | { readonly faults: readonly FieldFault[] } {
  const faults: FieldFault[] = [];
  const text = (field: string): string => textOf(field).replaceAll('\r\n', '\n').toWellFormed();
  const path = pathOf(form, text, faults);
  const query = form.parameters.flatMap((one) => (one.in === 'query' ? queryOf(one, text(fieldName(one))) : []));
  const headers = headersOf(form, text, faults);
  if (faults.length > 0) return { faults };
  const body = hasBody(form.method) ? text(ownFields.body) : '';
  return {
    method: form.method,
    target: query.length > 0 ? `${path}?${query.join('&')}` : path,
    headers,
    ...(body !== '' && { body }),
  };
}

/** No client sends one with these. */
export const hasBody = (method: string): boolean => !/^(?:GET|HEAD)$/.test(method);

function pathOf({ template, parameters }: RequestForm, text: (field: string) => string, faults: FieldFault[]): string {
  let path = template;
  for (const parameter of parameters.filter((one) => one.in === 'path')) {
    const field = fieldName(parameter);
    const value = text(field);
    if (value === '') faults.push({ field, message: 'The address needs a value here.' });
    // Browsers take these for a way up in the path, however they are written.
    else if (/^\.{1,2}$/.test(value)) faults.push({ field, message: 'Dots alone would lead to another address.' });
    path = path.replace(`{${parameter.name}}`, () => encodeURIComponent(value));
  }
  return path;
}

function queryOf({ name, sentAs }: FormParameter, text: string): readonly string[] {
  if (text === '') return [];
  if (sentAs === 'value') return [`${encoded(name)}=${encoded(text)}`];
  const lines = text.split('\n').filter((line) => line !== '');
  if (sentAs === 'values') return lines.map((line) => `${encoded(name)}=${encoded(line)}`);
  return lines.map((line) => {
    const [key = '', ...value] = line.split('=');
    return `${encoded(key).replaceAll('%5B', '[').replaceAll('%5D', ']')}=${encoded(value.join('='))}`;
  });
}

/** What a query may hold as it is stays readable; a comma stands between the items of a list. */
const encoded = (text: string): string => encodeURIComponent(text).replaceAll(/%(?:2C|3A|2F)/g, decodeURIComponent);

const headerName = /^[!#$%&'*+.^_`|~\w-]+$/;
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/;

function headersOf({ method, parameters }: RequestForm, text: (field: string) => string, faults: FieldFault[]): MadeRequest['headers'] {
  const headers = new Map<string, readonly [string, string]>();
  const add = (field: string, name: string, said: string): void => {
    const value = said.trim();
    if (value === '') return;
    if (!headerName.test(name)) faults.push({ field, message: `A header cannot be called ${name}.` });
    else if (!headerValue.test(value)) faults.push({ field, message: 'A header is one line of plain characters.' });
    else {
      const [known, before] = headers.get(name.toLowerCase()) ?? [name];
      headers.set(name.toLowerCase(), [known, before === undefined ? value : `${before}, ${value}`]);
    }
  };
  add(ownFields.accept, 'Accept', text(ownFields.accept));
  if (hasBody(method) && text(ownFields.body) !== '') add(ownFields.type, 'Content-Type', text(ownFields.type));
  for (const parameter of parameters.filter((one) => one.in === 'header'))
    add(fieldName(parameter), parameter.name, text(fieldName(parameter)));
  const cookies = parameters.filter((one) => one.in === 'cookie' && text(fieldName(one)) !== '');
  add(ownFields.headers, 'Cookie', cookies.map((one) => `${one.name}=${encodeURIComponent(text(fieldName(one)))}`).join('; '));
  add(ownFields.prefer, 'Prefer', text(ownFields.prefer));
  for (const line of text(ownFields.headers)
    .split('\n')
    .filter((one) => one.trim() !== '')) {
    const colon = line.indexOf(':');
    if (colon < 1) faults.push({ field: ownFields.headers, message: 'Each line is a name, a colon and a value.' });
    else add(ownFields.headers, line.slice(0, colon).trim(), line.slice(colon + 1));
  }
  return [...headers.values()];
}
