// The table a build ends with: what was made, how long it is, how big, how long it took.

import type { Extent, ProductChange } from '../model/product.ts';
import { formatProductChanges } from '../pipeline.ts';

export interface WrittenArtifact {
  /** The path as the person would type it. */
  readonly path: string;
  readonly extent?: Extent;
  readonly bytes: number;
  readonly milliseconds: number;
  /** It was there already, and everything it was made from is as it was. */
  readonly isKept?: boolean;
  /** What of it shows otherwise than before, and whose edition it is of: `wang-zhongyuan zh-TW`. */
  readonly change?: ProductChange;
  readonly edition?: string;
}

export function buildTable(artifacts: readonly WrittenArtifact[]): string {
  const rows = artifacts
    .filter(isListed)
    .map(({ path, extent, bytes, milliseconds, isKept }) => [
      path,
      extent ? `${extent.count} ${extent.count === 1 ? extent.unit.slice(0, -1) : extent.unit}` : '',
      size(bytes),
      isKept ? 'as before' : `${(milliseconds / 1000).toFixed(2)} s`,
    ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, column) => pad(cell, widths[column] ?? 0, column === 0)).join('  '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('')
    .concat(changesTable(artifacts));
}

/** Of each edition what shows otherwise than before. */
function changesTable(artifacts: readonly WrittenArtifact[]): string {
  const editions = new Set(artifacts.flatMap(({ change, edition }) => (change && edition ? [edition] : [])));
  return [...editions]
    .map((name) => {
      const changes = artifacts.flatMap(({ edition, change }) =>
        change && edition === name ? [change] : [],
      );
      return `${name}: ${formatProductChanges(changes).join('\n  ')}\n`;
    })
    .join('');
}

/** Small pictures are many, and are looked at on the page that shows them. */
const isListed = ({ path }: WrittenArtifact): boolean => !path.includes('/pictures/');

function pad(cell: string, width: number, isLeft: boolean): string {
  return isLeft ? cell.padEnd(width) : cell.padStart(width);
}

function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
