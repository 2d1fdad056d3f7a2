/** Where in a request something is. */
const places: Readonly<Record<string, string>> = {
  path: 'In the path',
  query: 'In the query',
  header: 'Header',
  cookie: 'Cookie',
  body: 'In the body',
};

interface PlaceProps {
  readonly in: string;
  readonly name?: string | undefined;
  /** '' is the whole. */
  readonly pointer: string;
}

export function PlaceInRequest({ in: part, name, pointer }: PlaceProps) {
  return (
    <>
      {places[part] ?? part}
      {name !== undefined && (
        <>
          {' '}
          <code>{name}</code>
        </>
      )}
      {pointer !== '' && (
        <>
          {name === undefined ? ' at ' : ', at '}
          <code>{pointer}</code>
        </>
      )}
    </>
  );
}
