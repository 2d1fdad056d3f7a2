/**
 * Which requests are the sandbox's, decided by their addresses alone and at once. A page's worker catches what the page itself asks for,
 * the sandbox's own chunks among it: whoever waited for them before letting them pass would wait for ever.
 */
import { basePaths } from '../../generated/api-paths.ts';
import { controlPath, portalPath } from '../../gateway/places.ts';
import type { BroughtContract, SandboxOptions } from './in-process-sandbox.ts';
import { isNhsHost } from './nhs-hosts.ts';

/** `unsure` is known once the contracts that were brought are read; `nhs` is the sandbox's, whether it serves what is asked or not. */
export type Claim = 'own' | 'nhs' | 'unsure' | 'elsewhere';

interface Claiming extends Pick<SandboxOptions, 'apis' | 'contracts'> {
  /** Where the sandbox is. */
  readonly own: URL;
  /** The page whose worker asks, where there is one. */
  readonly page?: Pick<URL, 'origin' | 'pathname'> | undefined;
}

export function claimsOf({ own, page, apis, contracts = [] }: Claiming): (url: URL) => Claim {
  const folder = own.pathname.replace(/\/+$/, '');
  // A page that lies below the sandbox's address has its own files there: only what is known to be an API's is the sandbox's.
  const isShared = own.origin === page?.origin && isBelow(page.pathname, folder);
  const bases = isShared ? [controlPath, portalPath, ...basesOf(apis, contracts)].map((base) => folder + base) : [folder];
  const isBrought = mentionedIn(contracts);

  return (url) => {
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'elsewhere';
    const isPage = url.origin === page?.origin;
    // What a page needs to run is never waited for.
    if (isPage && isModule(url)) return 'elsewhere';
    if (url.origin === own.origin && bases.some((base) => isBelow(url.pathname, base))) return 'own';
    if (isPage) return isBrought(url.pathname.slice(isShared ? folder.length : 0).split('/', 2)) ? 'unsure' : 'elsewhere';
    if (isNhsHost(url.hostname)) return 'nhs';
    if (page !== undefined && isModule(url)) return 'elsewhere';
    return isBrought(url.hostname.split('.')) ? 'unsure' : 'elsewhere';
  };
}

export const isBelow = (path: string, base: string): boolean => path === base || path.startsWith(`${base}/`);

/** Where the APIs of the catalogue answer, if any are served. */
function basesOf(apis: SandboxOptions['apis'], contracts: readonly BroughtContract[]): readonly string[] {
  if (apis === undefined && contracts.length > 0) return [];
  return Object.entries(basePaths).flatMap(([slug, base]) => {
    const isServed = apis === undefined || apis.some((name) => name === slug);
    // What is monitored ends before the version of FHIR.
    return isServed ? [base.replace(/(?<=.)\/FHIR(\/[^/]*)?$/i, '')] : [];
  });
}

/**
 * Whether these words could be of an address at which a brought contract is served. To read a contract takes a chunk, so its text is
 * only looked through: a server that it names, with the values of its variables, can have no word that does not stand there.
 */
function mentionedIn(contracts: readonly BroughtContract[]): (words: readonly string[]) => boolean {
  const texts = contracts.map((contract) => ('path' in contract ? undefined : `${contract.name}\n${contract.text}`.toLowerCase()));
  return (words) => texts.some((text) => text === undefined || words.every((word) => isIn(text, word.toLowerCase())));
}

/** A host in another script is written otherwise in a URL; a variable may stand for a part of a word. */
const isIn = (text: string, word: string): boolean =>
  word.startsWith('xn--') || word.includes('%') || word.split(/[-_]/).every((part) => text.includes(part));

/** Scripts and styles, and what development servers keep under names of their own. */
const isModule = ({ pathname }: URL): boolean =>
  /\.(?:[cm]?[jt]sx?|css|wasm|map|vue|svelte)$|^\/(?:@|_next\/|node_modules\/)/i.test(pathname);
