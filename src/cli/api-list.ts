/** The APIs that are served, as lines of a terminal: in groups, with how many operations each has and how good it is in a word. */
import { basisOf } from '../contract/fidelity.ts';
import { groupOf, inGroups } from '../contract/group.ts';
import { plainText } from '../contract/plain-text.ts';
import { announcementOf, type Announcement, type Mountable } from '../gateway/announced.ts';
import { mountsOf } from '../gateway/api.ts';
import type { Terminal } from './terminal.ts';

/** Wide enough for the names of ours; a longer one pushes its own line only. */
const LONGEST_NAME = 40;
const NARROW = 80;

const MANY = 'operations';
const plural = (count: number): string => (count === 1 ? 'operation' : MANY);

const isRuled = ({ operations }: Announcement, id: string): boolean => operations.some((one) => one.id === id && one.isRuled);

/** `url` is where they are served: addresses below it are shown where all lines have room for them, and always of what was brought. */
export function apiList(apis: readonly Mountable[], { bold, url }: Pick<Terminal, 'bold'> & { readonly url: string }): string {
  const shown = apis.map(announcementOf).map((one) => ({
    group: groupOf({ document: { info: one.info } }),
    name: plainText(one.slug, LONGEST_NAME),
    count: one.operations.length,
    basis: basisOf({ operations: one.operations, document: { info: one.info } }, (id) => isRuled(one, id)),
    address: url + (mountsOf(one, { alone: apis.length === 1 })[0] ?? ''),
  }));
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));
  const names = widest(shown.map(({ name }) => name));
  const digits = widest(shown.map(({ count }) => String(count)));
  const bases = widest(shown.map(({ basis }) => basis));
  const lineOf = ({ name, count, basis }: (typeof shown)[number]): string =>
    `  ${name.padEnd(names)}  ${String(count).padStart(digits)} ${plural(count).padEnd(MANY.length)}  ${basis}`;
  const before = `  ${' '.repeat(names)}  ${' '.repeat(digits)} ${MANY}  ${' '.repeat(bases)}  `.length;
  const haveRoom = before + widest(shown.map(({ address }) => address)) <= NARROW;
  return inGroups(shown, ({ group }) => group)
    .flatMap(({ group, members }) => [
      bold(group),
      ...members.flatMap((one) => {
        const line = lineOf(one);
        if (haveRoom) return [`${line.padEnd(before)}${one.address}`];
        return group === 'Your own' ? [line, `    ${one.address}`] : [line];
      }),
    ])
    .join('\n');
}
