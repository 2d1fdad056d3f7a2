/** What a request may say in its address and headers, or an answer in its headers. */
import { cutTo, shownValue } from '../document/json-parts.ts';
import type { DocumentedParameter } from '../document/operation-document.ts';
import { andMore, textWithinRoom, type PageRoom } from '../document/page-room.ts';
import { schemaView } from '../document/schema-view.ts';
import { Prose } from '../prose.tsx';

interface ParameterListProps {
  readonly document: unknown;
  readonly parameters: readonly DocumentedParameter[];
  readonly room: PageRoom;
}

const longest = 3_000;
const places: Readonly<Record<string, string>> = { path: 'in the path', query: 'in the query', header: 'header', cookie: 'cookie' };

export function ParameterList({ document, parameters, room }: ParameterListProps) {
  if (room.members <= 0) return <p>{andMore}</p>;
  return (
    <dl class="parameters">
      {parameters.map((parameter) => (
        <ParameterWords document={document} parameter={parameter} room={room} />
      ))}
    </dl>
  );
}

function ParameterWords({
  document,
  parameter,
  room,
}: Omit<ParameterListProps, 'parameters'> & { readonly parameter: DocumentedParameter }) {
  const { name, place, isRequired, isDeprecated, description, schema, examples } = parameter;
  if (room.members-- <= 0) return null;
  const view = schemaView(document, schema, room);
  const [example] = examples;
  // A contract may say the same of the parameter and of its schema.
  const facts = [...new Set([...view.facts, ...(example === undefined ? [] : [`for example ${cutTo(shownValue(example.value), 300)}`])])];
  return (
    <>
      <dt>
        <code>{name}</code>
        <span class="hint">
          {places[place] ?? place}, {view.type}
          {isRequired && <strong>, required</strong>}
          {isDeprecated && ', going out of use'}
        </span>
      </dt>
      <dd>
        <Prose text={textWithinRoom(room, description ?? view.description ?? '', longest)} />
        {facts.length > 0 && (
          <ul class="facts">
            {facts.map((fact) => (
              <li>{fact}</li>
            ))}
          </ul>
        )}
      </dd>
    </>
  );
}
