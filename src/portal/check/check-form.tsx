/** Where a contract is given. Without script as with it: browsers take a file that is dropped on the field for files. */
import { PortalForm } from '../page/form.tsx';
import type { PageVisit } from '../visit.ts';

export interface GivenContract {
  readonly name: string;
  readonly text: string;
}

interface CheckFormProps {
  readonly visit: PageVisit;
  readonly given: GivenContract;
}

export function CheckForm({ visit, given: { name, text } }: CheckFormProps) {
  return (
    <>
      <p>
        Give it an OpenAPI document (2.0 to 3.2, YAML or JSON, in one file of at most 5 MiB). You are told how each of its operations would
        be answered, what of that is a guess, and what in it could not be taken as it stands. Nothing is kept of it unless you say so.
      </p>
      <PortalForm visit={visit} action="/check" enctype="multipart/form-data" class="check">
        <p>
          <label for="contract-file">
            A file
            <span class="hint">Choose it, or drop it here.</span>
          </label>
          <input id="contract-file" class="drop" type="file" name="file" accept=".yaml,.yml,.json,application/json,application/yaml" />
        </p>
        <p>
          <label for="contract-text">
            Or its text
            <span class="hint">Taken where no file is chosen.</span>
          </label>
          <textarea id="contract-text" name="text" rows={12} spellcheck={false}>
            {text}
          </textarea>
        </p>
        <p>
          <label for="contract-name">
            What to call it
            <span class="hint">The name of the file where you say nothing.</span>
          </label>
          <input id="contract-name" name="name" value={name} maxlength={100} autocomplete="off" />
        </p>
        <p>
          <button>Check it</button>
        </p>
      </PortalForm>
    </>
  );
}

/** The same text once more, to be served. */
export function ServeForm({ visit, given: { name, text } }: CheckFormProps) {
  return (
    <PortalForm visit={visit} action="/check/serve" enctype="multipart/form-data" class="panel">
      <input type="hidden" name="name" value={name} />
      <textarea name="text" hidden readonly>
        {text}
      </textarea>
      <p>It can be served in this workspace from the next request on. One of the same name is replaced.</p>
      <button>Serve it in this workspace</button>
    </PortalForm>
  );
}
