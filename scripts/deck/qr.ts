// An address as a QR code (ISO/IEC 18004) in a data URI. Owns qr.

import { type ErrorCorrection, encodeQR } from 'qr';

/**
 * Black on white with its quiet zone of four modules, as SVG in a data URI. As large modules as the address allows, for
 * the last row; as much error correction as has room in them.
 */
export function qrCode(address: string): string {
  const smallest = encodeQR(address, 'raw', { ecc: 'low' }).length;
  const level = LEVELS.find((ecc) => encodeQR(address, 'raw', { ecc }).length === smallest) ?? 'low';
  const modules = encodeQR(address, 'raw', { ecc: level, border: QUIET_ZONE });
  const dark = modules.flatMap((row, y) =>
    runsOf(row).map(({ x, width }) => `M${x} ${y}h${width}v1h-${width}z`),
  );
  const size = modules.length;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${dark.join('')}"/></svg>`;
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}

const LEVELS: readonly ErrorCorrection[] = ['high', 'quartile', 'medium', 'low'];

/** In modules (ISO/IEC 18004, 6.3.8). */
const QUIET_ZONE = 4;

/** Dark modules that touch, as one run: hairlines between them would show when the slide is scaled. */
function runsOf(row: readonly boolean[]): readonly { readonly x: number; readonly width: number }[] {
  const runs: { x: number; width: number }[] = [];
  row.forEach((isDark, x) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last && last.x + last.width === x) last.width += 1;
    else runs.push({ x, width: 1 });
  });
  return runs;
}
