/** Places in a body: `parameter[0].resource.entry[1]` as FHIRPath has it, `/parameter/0/resource/entry/1` as JSON Pointer. */

export const pointerOf = (place: string): string =>
  place === '' ? '' : `/${place.replaceAll('[', '/').replaceAll(']', '').replaceAll('.', '/')}`;

/** With the resource before it, where it is known. */
export const expressionOf = (pointer: string, resource: string | undefined): string => {
  const path = pointer
    .slice(1)
    .replaceAll(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.');
  return [resource, path].filter((part) => part !== undefined && part !== '').join('.');
};
