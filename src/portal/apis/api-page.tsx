/** One API: where it is, how near to the real service, whom it knows, what it does, and files to take away. */
import { counted } from '../../contract/counted.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import { controlPath } from '../../gateway/places.ts';
import { askControl } from '../control.ts';
import { notFoundPage } from '../page/not-found.tsx';
import { page } from '../page/page.tsx';
import { refused } from '../page/refused.tsx';
import { to, type PageVisit } from '../visit.ts';
import { ApiAccess } from './access/api-access.tsx';
import { ApiCallbacks } from './api-callbacks.tsx';
import { operationsByTag, type Tagged } from './by-tag.ts';
import { anchorOf, WithContents } from './contents.tsx';
import { Copied } from '../page/copied.tsx';
import { howGood, quirkInWords, type ListedApi } from './described-api.ts';
import { listAt, textAt } from './document/json-parts.ts';
import { FidelityWords, notedGroups } from './fidelity.tsx';
import { ApiPeople, peopleOfApi } from './api-people.tsx';
import { Prose, ProseLine } from './prose.tsx';

/** Operations that are listed, at most. */
const mostOperations = 1_000;

export async function apiPage(visit: PageVisit, slug: string): Promise<Response> {
  const [catalogue, listed, contract, sent] = await Promise.all([
    askControl<'catalogue'>(visit, '/catalogue?curl=false'),
    askControl<'list-operations'>(visit, `/contracts/${encodeURIComponent(slug)}/operations?fidelity=true&access=true`),
    askControl<'read-contract'>(visit, `/contracts/${encodeURIComponent(slug)}.json`),
    askControl<'list-callbacks'>(visit, `/callbacks?api=${encodeURIComponent(slug)}`),
  ]);
  if (!catalogue.ok) return refused(visit, catalogue);
  const api = catalogue.body.apis.find((one) => one.slug === slug);
  if (!api) return notFoundPage(visit);
  if (!listed.ok) return refused(visit, listed);
  const document: unknown = contract.ok ? contract.body : undefined;
  const people = await peopleOfApi(visit, document);
  const callbacks = sent.ok ? sent.body.callbacks : [];
  const operations = listed.body.operations.slice(0, mostOperations);
  const { fidelity } = listed.body;
  const groups = operationsByTag(operations).map((group, index) => ({ ...group, id: anchorOf(group.tag, index) }));
  return page(visit, {
    title: api.title,
    section: 'apis',
    main: (
      <>
        <nav aria-label="Where this is">
          <p>
            <a href={to(visit, '/apis')}>All APIs</a>
          </p>
        </nav>
        <WithContents
          parts={[
            { id: 'where', words: 'Where it is' },
            { id: 'how-good', words: 'How near to the real one' },
            { id: 'access', words: 'Who may ask' },
            { id: 'people', words: 'Test people' },
            ...groups.map(({ tag, id }) => ({ id, words: tag })),
            ...(fidelity ? [{ id: 'rules', words: 'What is known of its rules' }] : []),
            ...(callbacks.length > 0 ? [{ id: 'callbacks', words: 'What it sends by itself' }] : []),
            { id: 'downloads', words: 'Files to take away' },
          ]}
        >
          <Where visit={visit} api={api} />
          <HowGood api={api} />
          <Prose text={textAt(document, 'info', 'description')} />
          <ApiAccess visit={visit} operations={operations} />
          <ApiPeople visit={visit} people={people} />
          {groups.map((group) => (
            <Operations visit={visit} api={api} group={group} about={aboutTag(document, group.tag)} />
          ))}
          {operations.length < listed.body.operations.length && (
            <p>And {listed.body.operations.length - operations.length} more: see the contract.</p>
          )}
          {fidelity && <FidelityWords fidelity={fidelity} groups={notedGroups(fidelity, listed.body.operations)} />}
          <ApiCallbacks visit={visit} callbacks={callbacks} />
          <Downloads visit={visit} api={api} />
        </WithContents>
      </>
    ),
  });
}

const aboutTag = (document: unknown, tag: string): string | undefined =>
  textAt(
    listAt(document, 'tags').find((one) => textAt(one, 'name') === tag),
    'description',
  );

interface OfApi {
  readonly visit: PageVisit;
  readonly api: ListedApi;
}

function Where({ visit, api }: OfApi) {
  return (
    <>
      <h2 id="where">Where it is</h2>
      <p>
        Version {api.version}, {counted(api.operations, 'operation')}. Give your program this address in place of the real one:
      </p>
      <Copied id="base-address" text={visit.base + api.base} what="the address" />
    </>
  );
}

function HowGood({ api }: { readonly api: ListedApi }) {
  return (
    <>
      <h2 id="how-good">How near it is to the real service</h2>
      <p>{howGood(api)}</p>
      {api.fidelity !== undefined && (
        <p>
          <ProseLine text={api.fidelity} />
        </p>
      )}
      {api.quirks.length > 0 && (
        <details>
          <summary>{counted(api.quirks.length, 'thing')} in its contract that could not be taken as written</summary>
          <ul>
            {api.quirks.map((line) => {
              const { kind, place, words } = quirkInWords(line);
              return (
                <li>
                  <strong>{kind}:</strong> {words} {place !== undefined && <code>{place}</code>}
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </>
  );
}

function Operations({
  visit,
  api,
  group,
  about,
}: OfApi & { readonly group: Tagged & { readonly id: string }; readonly about: string | undefined }) {
  return (
    <section aria-labelledby={group.id}>
      <h2 id={group.id}>{group.tag}</h2>
      <Prose text={about} />
      <ul role="list" class="operations">
        {group.operations.map((operation) => (
          <OperationLine visit={visit} api={api} operation={operation} />
        ))}
      </ul>
    </section>
  );
}

function OperationLine({ visit, api, operation }: OfApi & { readonly operation: components['schemas']['ListedOperation'] }) {
  const { id, method, path, summary, answeredBy } = operation;
  return (
    <li>
      <a href={to(visit, `/apis/${api.slug}/${encodeURIComponent(id)}`)}>{summary ?? id}</a>
      <br />
      <code>
        <strong>{method}</strong> {path}
      </code>{' '}
      <span class="quiet">{answeredBy === 'rules' ? 'by rules of its own' : 'by its contract'}</span>
    </li>
  );
}

function Downloads({ visit, api }: OfApi) {
  const folder = `/apis/${api.slug}`;
  return (
    <>
      <h2 id="downloads">Files to take away</h2>
      <ul>
        <li>
          <a href={`${visit.prefix}${controlPath}/contracts/${api.slug}.json`} download={`${api.slug}.json`}>
            The contract, as OpenAPI 3.1 in JSON
          </a>
          : a client can be generated from it in any language
        </li>
        <li>
          <a href={to(visit, `${folder}/postman.json`)} download={`${api.slug}.postman_collection.json`}>
            A Postman collection
          </a>
          , which Insomnia, Bruno and Hoppscotch read as well: a request that works to each operation
        </li>
        <li>
          <a href={to(visit, `${folder}/requests.http`)} download={`${api.slug}.http`}>
            The same as a .http file
          </a>
          , for the editors of VS Code (REST Client), JetBrains and Visual Studio
        </li>
      </ul>
    </>
  );
}
