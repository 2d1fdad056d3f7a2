/** A section drawn: ours as bars, England's figures as upright lines, what is accepted as boxes behind them. */
import type { Figure, Section } from './figures.ts';
import { inUnit } from './in-words.ts';
import type { Judged } from './measure.ts';

const width = 640;
const largestWorthDrawing = 50_000;

export const chartOf = (section: Section, judged: readonly Judged[]): string =>
  section.chart === 'pyramid' ? pyramidOf(section, judged) : barsOf(section, judged);

const drawing = (title: string, height: number, shapes: readonly string[]): string =>
  `<svg role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-label="${escaped(`${title}. The table below has the same figures.`)}">${shapes.join('')}</svg>`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The end of the scale: what is drawn farthest out, and a little more. */
function scaleOf(judged: readonly Judged[]): number {
  const ends = judged.flatMap(({ figure: { accepted, england = 0 }, measured }) => [accepted[1], england, measured?.value ?? 0]);
  return 1.04 * Math.max(1e-6, ...ends.filter((end) => end < largestWorthDrawing));
}

const round = (value: number): number => Math.round(10 * value) / 10;

interface Strip {
  readonly y: number;
  readonly figure: Figure;
  readonly value: number | undefined;
  /** Where on the line a value lies. */
  readonly at: (value: number) => number;
}

/** Box, bar and line of one figure; `at` may run to the left. */
function stripOf({ y, figure, value, at }: Strip): string {
  const [least, most] = figure.accepted.map((end) => at(Math.max(0, end))) as [number, number]; // as many as there were
  const from = at(0);
  const to = at(value ?? 0);
  const box = `<rect class="accepted" x="${round(Math.min(least, most))}" y="${y}" width="${round(Math.max(1, Math.abs(most - least)))}" height="16"/>`;
  const bar = `<rect class="ours" x="${round(Math.min(from, to))}" y="${y + 4}" width="${round(Math.abs(to - from))}" height="8"/>`;
  if (figure.england === undefined) return box + bar;
  const x = round(at(figure.england));
  return `${box}${bar}<line class="england" x1="${x}" x2="${x}" y1="${y - 1}" y2="${y + 17}"/>`;
}

const rowHeight = 46;

function barsOf({ title, unit }: Section, judged: readonly Judged[]): string {
  const scale = scaleOf(judged);
  const at = (value: number): number => (width * Math.min(value, scale)) / scale;
  const shapes = judged.map(({ figure, measured }, n) => {
    const y = n * rowHeight;
    const ours = measured === undefined ? 'not told' : inUnit(measured.value, unit);
    const england = figure.england === undefined ? '' : `, England ${inUnit(figure.england, unit)}`;
    return (
      `<text x="0" y="${y + 16}">${escaped(figure.label)}</text>` +
      `<text class="quiet" x="${width}" y="${y + 16}" text-anchor="end">${escaped(ours + england)}</text>` +
      stripOf({ y: y + 23, figure, value: measured?.value, at })
    );
  });
  return drawing(title, judged.length * rowHeight, shapes);
}

const bandHeight = 24;
const middle = 56;

/** Women to the left and men to the right, youngest at the foot. */
function pyramidOf({ title }: Section, judged: readonly Judged[]): string {
  const scale = scaleOf(judged);
  const side = (width - middle) / 2;
  const bands = judged.length / 2;
  const shapes = judged.map(({ figure, measured }, n) => {
    const isWoman = n % 2 === 0;
    const y = (bands - 1 - Math.floor(n / 2)) * bandHeight + 24;
    const at = (value: number): number => {
      const length = (side * Math.min(value, scale)) / scale;
      return isWoman ? side - length : width - side + length;
    };
    const label = isWoman
      ? `<text x="${width / 2}" y="${y + 13}" text-anchor="middle">${escaped(figure.label.replace('women ', ''))}</text>`
      : '';
    return label + stripOf({ y, figure, value: measured?.value, at });
  });
  const heads =
    `<text x="0" y="14">women</text><text x="${width}" y="14" text-anchor="end">men</text>` +
    `<text class="quiet" x="${width / 2}" y="14" text-anchor="middle">age</text>`;
  return drawing(title, bands * bandHeight + 28, [heads, ...shapes]);
}
