/** How lists are written down in Swagger 2.0 (`collectionFormat`): with commas unless it says otherwise, and in one way that OpenAPI has no word for. */
import type { Json } from '../../contract.ts';
import { isArray, isObject } from '../../json.ts';
import type { Draft } from '../read-document.ts';

/** Kept beside a parameter, and for forms beside the operation, while a library makes OpenAPI of them. */
const LIST = 'x-list-format';
const FORM_LISTS = 'x-form-list-formats';

interface Writing {
  readonly style: string;
  readonly explode: boolean;
}

const FORMATS: Readonly<Record<string, Writing>> = {
  csv: { style: 'form', explode: false },
  ssv: { style: 'spaceDelimited', explode: false },
  tsv: { style: 'tabDelimited', explode: false },
  pipes: { style: 'pipeDelimited', explode: false },
  multi: { style: 'form', explode: true },
};

/** Before: notes the format of every list. */
export function noteLists(tree: Draft): void {
  const shared = isObject(tree['parameters']) ? Object.values(tree['parameters']) : [];
  for (const parameter of shared) noteList(parameter);
  for (const holder of holdersIn(tree)) {
    const parameters = isArray(holder['parameters']) ? holder['parameters'] : [];
    const forms: Draft = {};
    for (const parameter of parameters) {
      noteList(parameter);
      if (isObject(parameter) && parameter['in'] === 'formData' && typeof parameter[LIST] === 'string')
        forms[String(parameter['name'])] = parameter[LIST];
    }
    if (Object.keys(forms).length > 0) holder[FORM_LISTS] = forms;
  }
}

function noteList(parameter: Json): void {
  if (!isObject(parameter) || parameter['type'] !== 'array') return;
  const { collectionFormat } = parameter;
  (parameter as Draft)[LIST] = typeof collectionFormat === 'string' && Object.hasOwn(FORMATS, collectionFormat) ? collectionFormat : 'csv';
}

/** After: says it in OpenAPI's words. */
export function writeLists(document: Draft): void {
  const components = isObject(document['components']) ? document['components'] : {};
  const shared = isObject(components['parameters']) ? Object.values(components['parameters']) : [];
  for (const parameter of shared) writeList(parameter);
  for (const holder of holdersIn(document)) {
    for (const parameter of isArray(holder['parameters']) ? holder['parameters'] : []) writeList(parameter);
    writeForms(holder);
  }
}

function writeList(parameter: Json): void {
  if (!isObject(parameter)) return;
  const format = FORMATS[String(parameter[LIST])];
  const draft = parameter as Draft;
  delete draft[LIST];
  if (!format) return;
  // In a path and in a header OpenAPI calls commas simple.
  const simple = format.style === 'form' && (parameter['in'] === 'path' || parameter['in'] === 'header');
  Object.assign(draft, simple ? { style: 'simple', explode: false } : format);
}

function writeForms(operation: Draft): void {
  const { [FORM_LISTS]: forms, requestBody } = operation;
  delete operation[FORM_LISTS];
  const content = isObject(requestBody) && isObject(requestBody['content']) ? Object.values(requestBody['content']) : [];
  if (!isObject(forms)) return;
  const encoding = Object.fromEntries(Object.entries(forms).map(([name, format]) => [name, { ...FORMATS[String(format)] }]));
  for (const media of content) if (isObject(media)) (media as Draft)['encoding'] = encoding;
}

/** Path items and operations: both may hold parameters. */
function holdersIn({ paths }: Draft): readonly Draft[] {
  const items = Object.values(isObject(paths) ? paths : {}).filter(isObject);
  return items.flatMap((item) => [item, ...Object.values(item).filter(isObject)]) as Draft[]; // parts of a tree that is ours to change
}
