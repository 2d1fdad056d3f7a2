/** `/_sandbox/contracts/<name>.json`: each contract as one file, so that a client can be generated from it in any language. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Contract } from '../../contract/contract.ts';
import { documentText } from '../../contract/document-text.ts';
import { lazilyFor } from '../../contract/lazily.ts';
import type { Problem } from '../../mock/problem.ts';

export const contractPath = (slug: string): string => `/_sandbox/contracts/${slug}.json`;

interface File {
  readonly status: 200;
  readonly headers: Readonly<Record<string, string>>;
  readonly rendered: string;
}

/** Of two contracts of one name the first is given. */
export function writtenContracts(contracts: readonly Contract[]): (name: string) => File | Problem {
  const bySlug = new Map(contracts.toReversed().map((contract) => [contract.slug, contract]));
  const names = [...new Set(contracts.map(({ slug }) => slug))];
  // Texts can be large and are seldom asked for, so what is kept of them is their mark.
  const tagOf = lazilyFor((contract: Contract) => tagOfText(documentText(contract)));

  return (name) => {
    const contract = bySlug.get(name);
    if (!contract) return { problem: 'not-found', message: `No contract has this name. ${filesOf(names)}` };
    const etag = tagOf(contract);
    const text = etag === undefined ? undefined : documentText(contract);
    if (etag === undefined || text === undefined) return tooLarge;
    return { status: 200, headers: { ETag: etag, 'Cache-Control': 'no-cache' }, rendered: text };
  };
}

const tooLarge: Problem = {
  problem: 'not-found',
  message: 'This contract is too large to be written as one file: its YAML says the same things many times.',
};

const tagOfText = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : `"${bytesToHex(sha256(utf8ToBytes(text))).slice(0, 32)}"`;

const atMost = 20;

/** Where contracts are as files. */
export function filesOf(names: readonly string[]): string {
  const paths = names.slice(0, atMost).map(contractPath);
  return `There are: ${paths.join(', ')}${names.length > atMost ? ` … (${names.length} in all)` : ''}.`;
}
