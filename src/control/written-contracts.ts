/** `/_sandbox/contracts/<name>.json`: each contract as one file, so that a client can be generated from it in any language. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Contract } from '../contract/contract.ts';
import { documentText } from '../contract/document-text.ts';
import { lazilyFor } from '../contract/lazily.ts';

/** The sandbox's own API is described by a contract as well; an API that is called like it stands in for it. */
const controlSlug = 'sandbox-control';

export const contractPath = (slug: string): string => `/_sandbox/contracts/${slug}.json`;
export const controlContract = contractPath(controlSlug);

/** An answer for the name of a file, or why there is none. */
export function writtenContracts(contracts: readonly Contract[]): (file: string, tags: string | undefined) => Promise<Response | string> {
  const bySlug = new Map(contracts.map((contract) => [contract.slug, contract]));
  const names = [...new Set([...bySlug.keys(), controlSlug])];
  // Texts can be large and are seldom asked for, so what is kept of them is their mark.
  const tagOf = lazilyFor((contract: Contract) => tagOfText(documentText(contract)));

  async function find(slug: string): Promise<Contract | undefined> {
    return bySlug.get(slug) ?? (slug === controlSlug ? controlOwn() : undefined);
  }

  return async (file, tags) => {
    const contract = file.endsWith('.json') ? await find(file.slice(0, -'.json'.length)) : undefined;
    if (!contract) return `No contract has this name. There are: ${list(names)}.`;
    const etag = tagOf(contract);
    if (etag === undefined) return tooLarge;
    const headers = { ETag: etag, 'Cache-Control': 'no-cache' };
    if (tags !== undefined && isAmong(etag, tags)) return new Response(null, { status: 304, headers });
    return new Response(documentText(contract) ?? '', { headers: { ...headers, 'Content-Type': 'application/json' } });
  };
}

/** Most sandboxes are never asked for it, and what follows from it is not needed to answer. */
async function controlOwn(): Promise<Contract> {
  const [{ contract }, { builtContract }] = await Promise.all([
    import('../generated/sandbox-control.contract.ts'),
    import('../contract/built.ts'),
  ]);
  return builtContract(contract);
}

const tooLarge = 'This contract is too large to be written as one file: its YAML says the same things many times.';

const tagOfText = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : `"${bytesToHex(sha256(utf8ToBytes(text))).slice(0, 32)}"`;

const atMost = 20;

function list(names: readonly string[]): string {
  const paths = names.slice(0, atMost).map(contractPath);
  return names.length > atMost ? `${paths.join(', ')} … (${names.length} in all)` : paths.join(', ');
}

/** RFC 9110, `If-None-Match`: tags are compared weakly. */
const isAmong = (etag: string, tags: string): boolean =>
  tags.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
