// Where the time of a build went: a table of its phases, of each edition and in all.

/** What the phases of one edition took, or of what an interview's editions share, in milliseconds. */
export interface Timings {
  readonly name: string;
  readonly phases: Readonly<Record<string, number>>;
}

export interface BuildTimings {
  readonly parts: readonly Timings[];
  /** From start to end; less than the sum of the parts where they were made beside one another. */
  readonly milliseconds: number;
  /** How many editions were made at once. */
  readonly jobs: number;
}

/** A column for each part where there are few, else what it was in all, at most and in the middle. */
export function timingsTable({ parts, milliseconds, jobs }: BuildTimings): string {
  const phases = [...new Set(parts.flatMap((part) => Object.keys(part.phases)))];
  const of = (phase: string): readonly number[] => parts.map((part) => part.phases[phase] ?? 0);
  const isShort = parts.length <= MOST_COLUMNS;
  const head = ['', ...(isShort ? parts.map(({ name }) => name) : ['median', 'most']), 'in all', 'share'];
  const total = sum(phases.flatMap(of));
  const row = (label: string, values: readonly number[]): string[] => [
    label,
    ...(isShort ? values : [median(values), Math.max(0, ...values)]).map(shown),
    shown(sum(values)),
    `${total === 0 ? 0 : Math.round((sum(values) / total) * 100)} %`,
  ];
  const rows = [
    head,
    ...phases.map((phase) => row(phase, of(phase))),
    row(
      'in all',
      parts.map((part) => sum(Object.values(part.phases))),
    ),
  ];
  const widths = head.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const lines = rows.map((cells) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
  const end = `milliseconds; ${(milliseconds / 1000).toFixed(2)} s from start to end, ${jobs} at once`;
  return `${[...lines, end].map((line) => line.trimEnd()).join('\n')}\n`;
}

const MOST_COLUMNS = 4;

const shown = (value: number): string => value.toFixed(0);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
