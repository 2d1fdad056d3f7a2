/** The parameters of an operation: those of its path, overridden by its own, without the headers that OpenAPI tells us to ignore. */
import type { Parameter, ParameterPlace } from '../contract.ts';
import { isFieldName } from '../header-field.ts';
import { escapeToken, isArray, isObject } from '../json.ts';
import { plainText } from '../plain-text.ts';
import { followed, type PlacedNode, type Reading, schemaAt, withExamples } from './reading.ts';

/** OpenAPI 3.1, Parameter Object: parameters of these names "shall be ignored", because content types and security say it already. */
const IGNORED_HEADERS: Readonly<Record<string, string>> = {
  accept: 'the media types of the responses say what may be asked for',
  'content-type': 'the media types of the body say what may be sent',
  authorization: 'a security scheme says who may call',
};
const PLACES: ReadonlySet<string> = new Set<ParameterPlace>(['path', 'query', 'header', 'cookie']);

export function parametersOf(
  reading: Reading,
  about: { readonly path: string; readonly item: PlacedNode; readonly operation: PlacedNode },
): Parameter[] {
  const { path, item, operation } = about;
  const found = new Map<string, Parameter>();
  for (const holder of [item, operation]) {
    const { parameters } = holder.node;
    if (!isArray(parameters)) continue;
    for (const [index, raw] of parameters.entries()) {
      const parameter = readParameter(reading, followed(reading, raw, `${holder.pointer}/parameters/${index}`));
      if (parameter) found.set(`${parameter.in} ${parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name}`, parameter);
    }
  }
  return [...agreeWithPath(reading, { path, pointer: operation.pointer, found: [...found.values()] })];
}

function readParameter(reading: Reading, at: PlacedNode | undefined): Parameter | undefined {
  if (!at) return undefined;
  const { quirks } = reading;
  const { node, pointer } = at;
  const { name, in: place, description, deprecated } = node;
  if (typeof name !== 'string' || typeof place !== 'string' || !PLACES.has(place)) {
    quirks.push({
      pointer,
      effect: 'unchecked',
      message: 'A parameter needs a "name", and "in" must be path, query, header or cookie; this one is left out.',
    });
    return undefined;
  }
  const elsewhere = place === 'header' ? IGNORED_HEADERS[name.toLowerCase()] : undefined;
  if (elsewhere !== undefined) {
    const message = `OpenAPI ignores a header parameter called ${name}, so nobody is asked for it here: ${elsewhere}.`;
    if (node['required'] === true) quirks.push({ pointer, effect: 'unchecked', message });
    return undefined;
  }
  if (place === 'header' && !isFieldName(name)) {
    const message = `"${plainText(name, 60)}" is no name that an HTTP header can have, so nobody can send it; this parameter is left out.`;
    quirks.push({ pointer, effect: 'unchecked', message });
    return undefined;
  }
  const [media] = Object.entries(isObject(node['content']) ? node['content'] : {});
  const described = media && isObject(media[1]) ? { node: media[1], pointer: `${pointer}/content/${escapeToken(media[0])}` } : at;
  const schema = schemaAt(described.node, described.pointer);
  if (!schema) quirks.push({ pointer, effect: 'unchecked', message: 'This parameter has no schema, so any value is accepted.' });
  const style =
    typeof node['style'] === 'string' && node['style'] !== 'cookie'
      ? node['style']
      : place === 'query' || place === 'cookie'
        ? 'form'
        : 'simple';
  const parameter = {
    name,
    in: place as ParameterPlace, // tested against PLACES above
    required: place === 'path' || node['required'] === true,
    ...(schema && { schema }),
    style,
    explode: typeof node['explode'] === 'boolean' ? node['explode'] : style === 'form',
    ...(node['allowEmptyValue'] === true && { mayBeEmpty: true }),
    ...(media && { contentType: media[0] }),
    ...(typeof description === 'string' && { description }),
    ...(deprecated === true && { deprecated }),
  };
  return withExamples(reading, described, media?.[0], parameter);
}

/** Every `{name}` of the path is a parameter, declared or not, and no other path parameter can ever have a value. */
function* agreeWithPath(
  { quirks }: Reading,
  about: { readonly path: string; readonly pointer: string; readonly found: readonly Parameter[] },
): Generator<Parameter> {
  const { path, pointer, found } = about;
  const templated = new Set([...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name));
  for (const parameter of found) {
    if (parameter.in !== 'path' || templated.delete(parameter.name)) yield parameter;
    else
      quirks.push({
        pointer,
        effect: 'mended',
        message: `The path has no {${parameter.name}}, so the path parameter of that name is left out.`,
      });
  }
  for (const name of templated) {
    quirks.push({ pointer, effect: 'mended', message: `The path has {${name}}, but no parameter describes it; any text is accepted.` });
    yield { name, in: 'path', required: true, style: 'simple', explode: false, examples: [] };
  }
}
