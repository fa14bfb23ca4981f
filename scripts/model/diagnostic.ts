// What can be wrong, and where. Every phase returns its findings as values; nothing throws for bad input.

/** A note is nothing wrong: something was done that a person may want to look over. */
export type Severity = 'error' | 'warning' | 'note';

/** A point in a source text: line and column count from 1, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Place extends Partial<Position> {
  /** The path as the user would type it, or as near as is known. */
  readonly file: string;
}

export interface Diagnostic {
  /** Room and fault, such as `manuscript/no-question`. Stable: scripts may rely on it. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  readonly place?: Place;
}

/** A value with the warnings met on the way, or the errors that prevented it (and the warnings beside them). */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

export function success<T>(value: T, diagnostics: readonly Diagnostic[] = []): Result<T> {
  return { ok: true, value, diagnostics };
}

export function failure(...diagnostics: Diagnostic[]): Result<never> {
  return { ok: false, diagnostics };
}

/** The value where no diagnostic is an error, else the diagnostics alone. */
export function resultOf<T>(value: T, diagnostics: readonly Diagnostic[]): Result<T> {
  return diagnostics.some(isError) ? { ok: false, diagnostics } : { ok: true, value, diagnostics };
}

export function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === 'error';
}

/** The line and column of an offset into `source`. */
export function positionAt(source: string, offset: number): Position {
  const before = source.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}

/** `file:line:column: severity code: message`, then the hint on a line of its own. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { place, severity, code, message, hint } = diagnostic;
  const where = place
    ? [place.file, place.line, place.column].filter((part) => part !== undefined).join(':')
    : '';
  return `${where ? `${where}: ` : ''}${severity} ${code}: ${message}\n  → ${hint}`;
}
