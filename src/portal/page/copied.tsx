/** Something to copy: text in a block, with a button where script runs. */
interface CopiedProps {
  /** Unique on its page. */
  readonly id: string;
  readonly text: string;
  /** What the button says that it copies. */
  readonly what: string;
}

/** Characters of what is shown at full height. */
const longest = 2_000;

export function Copied({ id, text, what }: CopiedProps) {
  return (
    <div class="copy-block">
      <pre {...(text.length > longest && { class: 'tall', tabindex: 0 })}>
        <code id={id}>{text}</code>
      </pre>
      <button type="button" class="plain scripted" data-copies={id}>
        Copy {what}
      </button>{' '}
      <span role="status" class="good" data-copied={id} />
    </div>
  );
}
