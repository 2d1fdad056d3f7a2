/** Headers that hold addresses: where a documented redirect or a created resource leads, and the pages that a `Link` header names. */
import type { ResponseHeader } from '../../contract/contract.ts';
import { isInertLink } from '../../contract/header-field.ts';
import type { HeaderPlan } from './headers.ts';

/**
 * A target on this API's or the platform's hosts is answered here; a client's own address is sent as the contract shows it, and a relative
 * one means what it says below the request's own.
 */
export function documentedLocation(
  { required }: ResponseHeader,
  shown: readonly string[],
  status: string,
): HeaderPlan['value'] | undefined {
  const [target] = shown;
  if (target !== undefined)
    return (about) => {
      const named = about.status === 201 ? ofMade(target, about.made()) : target;
      return asAddress(about.ours(named) ?? named);
    };
  // A redirect without a target would leave the client nowhere; of anything else nothing is known, so nothing is said.
  return required || status.startsWith('3') ? (about) => asAddress(about.address) : undefined;
}

/** What the example names last is the example's own id: what was made has another. */
function ofMade(target: string, id: string | undefined): string {
  const end = target.search(/[?#]|$/);
  const start = target.lastIndexOf('/', end - 1) + 1;
  if (id === undefined || start === 0 || !/\d/.test(target.slice(start, end))) return target;
  return target.slice(0, start) + encodeURIComponent(id.toWellFormed()) + target.slice(end);
}

/** An address as a header can carry it: a base path may have letters of any script. */
export const asAddress = (text: string): string =>
  /^[\x21-\x7e]*$/.test(text) ? text : text.toWellFormed().replace(/[^\x21-\x7e]+/g, encodeURIComponent);

/** `<address>; rel="self"`, apart by commas (RFC 8288 §3). What leads to other pages is left out: whether there are any is not the contract's to say; and so is what a browser would load by itself. */
export function documentedLinks({ required }: ResponseHeader, shown: readonly string[]): HeaderPlan['value'] | undefined {
  const links = [...(shown[0] ?? '').matchAll(/<([^<>]*)>((?:\s*;\s*[\w*-]+\s*=\s*(?:"[^"]*"|[^\s",;]+))*)/g)]
    .map(([, address = '', parameters = '']) => ({ address, parameters }))
    .filter(({ parameters }) => isInertLink(parameters) && !/rel\s*=\s*"?(next|prev|previous)\b/i.test(parameters));
  if (links.length === 0) return required ? ({ request }) => `<${request}>; rel="self"` : undefined;
  return (about) =>
    links
      .map(
        ({ address, parameters }) =>
          `<${asAddress(isThis.test(parameters) ? about.request : (about.ours(address) ?? address))}>${parameters}`,
      )
      .join(', ');
}

/** Of the one page that there is, the first and the last are this one. */
const isThis = /rel\s*=\s*"?(self|first|last)\b/i;
