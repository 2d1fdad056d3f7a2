/** Where a contract is given. Without script as with it: browsers take a file that is dropped on the field for files. */
import { PortalForm } from '../page/form.tsx';
import type { PageVisit } from '../visit.ts';
import { ContractFields } from './contract-fields.tsx';
import type { GivenContract } from './given-contract.ts';

interface CheckFormProps {
  readonly visit: PageVisit;
  readonly given: GivenContract;
}

export function CheckForm({ visit, given }: CheckFormProps) {
  return (
    <>
      <p>
        Give it an OpenAPI document (2.0 to 3.2, YAML or JSON, in one file of at most 5 MiB). You are told how each of its operations would
        be answered, what of that is a guess, and what in it could not be taken as it stands. Nothing is kept of it unless you say so.
      </p>
      <PortalForm visit={visit} action="/check" enctype="multipart/form-data" class="check">
        <ContractFields given={given} />
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
