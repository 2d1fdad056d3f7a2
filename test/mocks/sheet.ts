/**
 * A sheet describes how a service behaves, in tables: its faults, the order of its checks, what follows what. `test/mocks/<api>/sheet.ts` has
 * a request for every row of those, by the row's name. Sheets are no part of this project: where there is none, the requests are sent all the same.
 */

export interface SheetRow {
  /** What answers: a rule of the mock's, the record of a person or an organisation, or no more than an example of the contract. */
  readonly by: 'rule' | 'record' | 'example';
  /** Sends the request that the row is about, and looks at the answer. */
  readonly shows: () => Promise<void>;
}

export interface Sheet {
  /** `notify.md` */
  readonly file: string;
  /** The numbers of the sections whose every row is to be shown: `5`, `B2`. */
  readonly sections: readonly string[];
  /** Those of `- a · b · c` lists and of drawings, which are no tables, begin with `lifecycle` or `list`. */
  readonly rows: Readonly<Record<string, SheetRow>>;
}

/** `5: CM_NULL_VALUE`: the first cell of each row, and as many after it as tell it from those before; a row twice the same is one. */
export function namesOfRows(markdown: string, sections: readonly string[]): readonly string[] {
  const names = new Set<string>();
  let section = '';
  let isHead = true;
  for (const line of markdown.split('\n')) {
    const [, number] = /^## ([A-Z]?\d+)\. /.exec(line) ?? [];
    if (line.startsWith('## ')) section = number ?? '';
    if (!line.startsWith('|')) {
      isHead = true;
      continue;
    }
    const cells = line
      .slice(1, line.endsWith('|') ? -1 : undefined)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.replaceAll(/`|\*\*/g, '').trim());
    if (isHead || cells.every((cell) => /^:?-+:?$/.test(cell))) isHead = false;
    else if (sections.includes(section)) names.add(nameOf(section, cells, names));
  }
  return [...names];
}

function nameOf(section: string, cells: readonly string[], taken: ReadonlySet<string>): string {
  const named = (count: number): string => `${section}: ${cells.slice(0, count).join(' / ')}`;
  let count = 1;
  while (count < cells.length && taken.has(named(count))) count += 1;
  return named(count);
}
