/** A QR code as one path of an SVG, with words for those who cannot see it. */
import { encode } from 'uqr';

interface QrCodeProps {
  readonly text: string;
  /** Of its title, which is the only one of this id on the page. */
  readonly id: string;
  readonly title: string;
}

/** Light modules that a reader wants around it (ISO/IEC 18004). */
const quiet = 4;

export function QrCode({ text, id, title }: QrCodeProps) {
  const { size, data } = encode(text, { ecc: 'M', border: quiet });
  const path = data.flatMap((row, y) => runsOf(row).map(({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`)).join('');
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-labelledby={id} shape-rendering="crispEdges">
      <title id={id}>{title}</title>
      <path fill="#fff" d={`M0 0h${size}v${size}h-${size}z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}

function runsOf(row: readonly boolean[]): readonly { readonly from: number; readonly length: number }[] {
  const runs: { from: number; length: number }[] = [];
  row.forEach((isDark, x) => {
    const last = runs.at(-1);
    if (isDark && last && last.from + last.length === x) last.length++;
    else if (isDark) runs.push({ from: x, length: 1 });
  });
  return runs;
}
