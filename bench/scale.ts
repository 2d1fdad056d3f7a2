/**
 * `node bench/scale.ts`: what 10, 1,000 and 1,000,000 workspaces cost, and where each home ends. Measures one process on Node and plain
 * workerd on this machine, reckons with what Cloudflare publishes (scale/published.ts) and how workspaces are taken to be used
 * (scale/use.ts), and writes the tables of docs/scale.md between their marks. `--keep` only shows them. Needs `npm run build`, and Linux.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureEdge } from './scale/edge-figures.ts';
import { measureNode } from './scale/node-figures.ts';
import * as tables from './scale/tables.ts';

const { values } = parseArgs({ options: { keep: { type: 'boolean', default: false } } });
const file = join(import.meta.dirname, '../docs/scale.md');

const load = loadavg()[0] ?? NaN;
const [onNode, atTheEdge] = [await measureNode(), await measureEdge()];
const machine = `Measured by \`node bench/scale.ts\` with Node ${process.versions.node} on ${cpus().length} processors, load average ${load.toFixed(1)} at the start, ${(loadavg()[0] ?? NaN).toFixed(1)} at the end.`;

const parts: Readonly<Record<string, string>> = {
  taken: `${tables.taken()}\n${machine}`,
  'measured on node': tables.measuredOnNode(onNode),
  'carried on node': tables.carriedOnNode(onNode),
  'ends on node': tables.endsOnNode(onNode),
  'measured at the edge': tables.measuredAtTheEdge(atTheEdge),
  'cost at the edge': tables.costAtTheEdge(atTheEdge),
  'free at the edge': tables.freeAtTheEdge(atTheEdge),
};

/** Everything between two marks is the script's. */
function written(text: string): string {
  return Object.entries(parts).reduce((page, [name, part]) => {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [from, to] = [page.indexOf(begin), page.indexOf(end)];
    if (from === -1 || to < from) throw new Error(`docs/scale.md has no place for: ${name}`);
    return `${page.slice(0, from + begin.length)}\n\n${part}\n\n${page.slice(to)}`;
  }, text);
}

if (values.keep) console.log(Object.values(parts).join('\n\n'));
else writeFileSync(file, written(readFileSync(file, 'utf8')));
