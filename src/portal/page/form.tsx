/** A form that posts to one of the portal's own routes, with what proves that it is ours. */
import type { Child } from 'hono/jsx';
import { tokenField } from '../forms.ts';
import { to, type PageVisit } from '../visit.ts';

interface FormProps {
  readonly visit: PageVisit;
  /** The page that takes it: `/reset`. */
  readonly action: string;
  readonly class?: string;
  readonly id?: string;
  /** For script, which sends the same from the browser. */
  readonly data?: Readonly<Record<`data-${string}`, string>>;
  /** Where files are sent with it. */
  readonly enctype?: 'multipart/form-data';
  readonly children?: Child;
}

export function PortalForm({ visit, action, data, children, ...rest }: FormProps) {
  if (visit.shows === 'explanations') return null; // nobody is known there
  return (
    <form method="post" action={to(visit, action)} {...rest} {...data}>
      <input type="hidden" name={tokenField} value={visit.formToken} />
      {children}
    </form>
  );
}
