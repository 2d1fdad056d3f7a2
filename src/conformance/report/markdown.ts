/** The readiness report as Markdown. */
import { blocksOf, reportTitle, type Block, type Piece } from './blocks.ts';
import type { ReadinessReport } from './report.ts';

export const reportMarkdown = (report: ReadinessReport): string => `# ${reportTitle}\n\n${blocksOf(report).map(written).join('\n\n')}\n`;

function written(block: Block): string {
  if ('heading' in block) return `${'#'.repeat(block.level)} ${escaped(block.heading)}`;
  if ('text' in block) return escaped(block.text);
  if ('list' in block) return block.list.length === 0 ? 'Nothing.' : block.list.map((item) => `- ${item.map(piece).join('')}`).join('\n');
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    `**${escaped(block.table)}**`,
    '',
    row(block.head.map(escaped)),
    row(block.head.map(() => '---')),
    ...block.rows.map((cells) => row(cells.map(piece))),
  ].join('\n');
}

function piece(one: Piece): string {
  if (typeof one === 'string') return escaped(one);
  // A client wrote what stands here: no mark of it may end the code or the cell.
  if ('code' in one)
    return `\`${oneLine(one.code)
      .replaceAll('`', "'")
      .replaceAll('|', String.raw`\|`)}\``;
  return `[${escaped(one.link)}](${one.to})`;
}

const escaped = (text: string): string => oneLine(text).replaceAll(/[\\`*_[\]<>|#]/g, String.raw`\$&`);

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
