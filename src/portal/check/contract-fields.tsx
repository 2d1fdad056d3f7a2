/** The fields in which a contract is given: a file, or its text, and a name. */
import type { GivenContract } from './given-contract.ts';

export function ContractFields({ given: { name, text } }: { readonly given: GivenContract }) {
  return (
    <>
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
    </>
  );
}
