// A web page to plain text with Markdown's signs, as edits of the page: a paragraph on each line, headings and bold
// words with their signs, numbered items with their numbers; what the page has for itself is left out.

import { HAN } from '../chinese/characters.ts';
import type { ChangeKind, Edit } from './edits.ts';
import { type HtmlDocument, type HtmlEvent, parseHtml } from './html.ts';
import { type LeftOut, leavingsOf, mainPart } from './page-parts.ts';

export async function pageEdits(html: string): Promise<Edit[]> {
  const document = await parseHtml(html);
  const { runs, left } = readRuns(document.events);
  const parts = [...runs, ...left].sort((one, other) => one.start - other.start);
  const edits: Edit[] = [];
  let cursor = 0;
  let isBold = false;
  const gapTo = (to: number, after: string, kind: ChangeKind): void => {
    if (to > cursor || after !== '') edits.push({ start: cursor, end: Math.max(to, cursor), after, kind });
    cursor = Math.max(cursor, to);
  };
  for (const part of parts) {
    if (part.start < cursor && part.end <= cursor) continue;
    if ('kind' in part) {
      gapTo(part.start, '', 'markup');
      gapTo(part.end, '', part.kind);
      continue;
    }
    const opening = part.isBold && (!isBold || part.breaks) ? '**' : '';
    const closing = isBold && (!part.isBold || part.breaks) ? '**' : '';
    gapTo(part.start, `${closing}${part.glue}${opening}`, 'markup');
    isBold = part.isBold;
    edits.push(...editsWithin(html, { ...part, start: cursor }, document.decode));
    cursor = part.end;
  }
  gapTo(html.length, isBold ? '**' : '', 'markup');
  return edits.filter(({ start, end, after }) => html.slice(start, end) !== after);
}

/** A stretch of text on one line, of one weight. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly isBold: boolean;
  /** Begins a line. */
  readonly breaks: boolean;
  /** What parts it from the run before: a line end with the sign of a heading or a number, or nothing. */
  readonly glue: string;
  readonly isPreformatted: boolean;
}

const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body br caption center dd details div dl dt fieldset figure figcaption footer ' +
    'form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead title tr ul'
  ).split(' '),
);
const BOLD: ReadonlySet<string> = new Set(['b', 'strong', 'dt']);

function readRuns(events: readonly HtmlEvent[]): { runs: readonly Run[]; left: readonly LeftOut[] } {
  const runs: Run[] = [];
  const left: LeftOut[] = [];
  const main = mainPart(events);
  const leavingOf = leavingsOf(events);
  const open: { readonly name: string; readonly isBold: boolean; items: number }[] = [];
  let skipping: HtmlEvent | undefined;
  let isBroken = true;
  let sign = '';
  let cells: number[] = [];
  let lineLength = 0;
  let bold = 0;
  let headings = 0;
  let preformatted = 0;
  let inMain = main === undefined;
  events.forEach((event) => {
    if (event.kind === 'text') {
      if (skipping || (event.value.trim() === '' && (isBroken || preformatted > 0))) return;
      if (!inMain && headings === 0) {
        left.push({ start: event.start, end: event.end, kind: 'navigation' });
        return;
      }
      const isFirst = runs.length === 0;
      const label = isBroken && cells.at(-1) === 2 && sign === '' ? cellGlue(runs, lineLength) : '\n';
      runs.push({
        start: event.start,
        end: event.end,
        value: event.value,
        isBold: bold > 0 && headings === 0,
        breaks: isBroken && label === '\n',
        glue: isBroken ? `${isFirst ? '' : label}${sign}` : '',
        isPreformatted: preformatted > 0,
      });
      lineLength = isBroken && label === '\n' ? event.value.trim().length : lineLength + event.value.length;
      isBroken = false;
      sign = '';
      return;
    }
    const { name } = event;
    const isOpening = event.kind === 'open';
    const step = isOpening ? 1 : -1;
    if (skipping) {
      if (!isOpening && skipping.kind === 'open' && skipping.start === event.start && skipping.name === name)
        skipping = undefined;
      return;
    }
    const kind = isOpening ? leavingOf(event) : undefined;
    if (kind && event.start !== undefined && event.end !== undefined) {
      skipping = event;
      left.push({ start: event.start, end: event.end, kind });
      return;
    }
    if (
      event === main ||
      (main && event.kind === 'close' && event.start === main.start && name === main.name)
    )
      inMain = isOpening;
    if (BLOCKS.has(name)) isBroken = true;
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level !== undefined) {
      headings += step;
      sign = isOpening ? `${'#'.repeat(Number(level))} ` : '';
    }
    if (name === 'pre') preformatted += step;
    if (name === 'tr') cells = isOpening ? [...cells, 0] : cells.slice(0, -1);
    if (isOpening && (name === 'td' || name === 'th'))
      cells = [...cells.slice(0, -1), (cells.at(-1) ?? 0) + 1];
    if (isOpening && !VOID.has(name)) {
      const isBold =
        BOLD.has(name) || /font-weight:\s*(?:bold|[6-9]00)/i.test(event.attributes.get('style') ?? '');
      if (isBold) bold += 1;
      const list = open.at(-1);
      if (name === 'li' && list?.name === 'ol') {
        list.items += 1;
        sign = `${list.items}. `;
      }
      const first = Number(event.attributes.get('start') ?? 1);
      open.push({ name, isBold, items: Number.isInteger(first) ? first - 1 : 0 });
    } else if (!isOpening && !VOID.has(name)) {
      if (open.pop()?.isBold) bold -= 1;
    }
  });
  return { runs, left };
}

const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);

/** A table with the names of the speakers in its first column is read as lines with labels. */
function cellGlue(runs: readonly Run[], length: number): string {
  const before = runs.at(-1)?.value.trim() ?? '';
  if (length > 16 || /[，。！？!?；;]/.test(before)) return '\n';
  return /[:：]$/.test(before) ? '' : '：';
}

/** White space as browsers collapse it, and character references as what they stand for. */
function editsWithin(html: string, run: Run, decode: HtmlDocument['decode']): Edit[] {
  const raw = html.slice(run.start, run.end);
  const edits: Edit[] = [];
  for (const { 0: before, index } of raw.matchAll(
    /&(?:#\d{1,8}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});?|[ \t]*[\r\n]\s*/gi,
  )) {
    const start = run.start + index;
    const end = start + before.length;
    if (before.startsWith('&')) edits.push({ start, end, after: decode(before), kind: 'reference' });
    else if (run.isPreformatted) edits.push({ start, end, after: '\n', kind: 'markup' });
    else {
      const isWide = WIDE.test(html.charAt(start - 1)) && WIDE.test(html.charAt(end));
      edits.push({ start, end, after: isWide ? '' : ' ', kind: 'space' });
    }
  }
  return edits;
}

const WIDE = new RegExp(`${HAN.source}|[\\u3000-\\u303f\\uff00-\\uffef“”‘’…—]`, 'u');
