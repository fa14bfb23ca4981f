// The commands as data: what each takes and says of itself. Nothing heavy is loaded to print it.

import { LOCALES } from '../model/locale.ts';
import { PRODUCTS } from '../model/product.ts';

export interface OptionSpec {
  /** The placeholder of the value; none makes it a switch. */
  readonly value?: string;
  readonly repeatable?: boolean;
  readonly help: string;
}

export interface CommandSpec {
  readonly name:
    | 'import'
    | 'points'
    | 'approve'
    | 'build'
    | 'preview'
    | 'check'
    | 'diff'
    | 'impose'
    | 'preflight';
  readonly argument: { readonly label: string; readonly min: number; readonly max: number };
  readonly summary: string;
  readonly description: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly examples: readonly string[];
}

const CONTENT: OptionSpec = { value: 'DIR', help: 'where the interviews are (default: content)' };
const JSON_OUTPUT: OptionSpec = { help: 'print the result as one JSON object on standard output' };
const SLUGS = { label: '[SLUG…]', min: 0, max: Number.POSITIVE_INFINITY };

/** Where the preview is, unless another port is asked for. */
export const DEFAULT_PORT = 4630;

/** Keys of press.yaml that can be given on the command line, and the part of it that each stands in. */
export const IMPOSE_KEYS = {
  flip: undefined,
  paper: 'printer',
  margin: 'printer',
  binding: 'press',
  signature: 'press',
  assembly: 'press',
  sheet: 'press',
  bleed: 'press',
  caliper: 'press',
  creep: 'press',
  cover: 'press',
} as const satisfies Readonly<Record<string, 'printer' | 'press' | undefined>>;

const IMPOSE_OPTIONS: Readonly<Record<keyof typeof IMPOSE_KEYS, OptionSpec>> = {
  flip: { value: 'EDGE', help: 'how the sheet is turned: short-edge or long-edge' },
  paper: { value: 'PAPER', help: 'of the office printer: A4, A3 or Letter' },
  margin: { value: 'MM', help: 'what the office printer leaves white: pages are made smaller' },
  binding: { value: 'SIDE', help: 'where the spine is: left or right' },
  signature: { value: 'PAGES', help: 'pages that a sheet holds: 4, 8, 16 or 32' },
  assembly: { value: 'WAY', help: 'sheet inside sheet or sheet upon sheet: nested or gathered' },
  sheet: { value: 'SIZE', help: 'of the press, in millimetres, such as 640x450, or fit' },
  bleed: { value: 'MM', help: 'around the trim' },
  caliper: { value: 'MM', help: 'the thickness of a leaf' },
  creep: { value: 'WAY', help: 'how creep is made up for: none, shift or scale' },
  cover: { value: 'HOW', help: 'with the pages or apart: self or separate' },
};

export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'import',
    argument: { label: 'FILE', min: 1, max: 1 },
    summary: 'turn a raw transcript into a manuscript to edit',
    description:
      'Reads text, Markdown, Word (DOCX), web pages (HTML) and captions (SRT, WebVTT). Cleans and\n' +
      'structures FILE and writes content/SLUG/interview.md, with the raw file beside it as transcript.*\n' +
      'and an account of every change. An existing manuscript is left alone.',
    options: {
      slug: { value: 'NAME', help: "the interview's folder (default: the file's name)" },
      content: CONTENT,
      encoding: {
        value: 'NAME',
        help: 'utf-8, utf-16le, utf-16be, gbk, gb18030 or big5 (default: as the bytes tell)',
      },
      interviewer: { value: 'NAME', repeatable: true, help: 'who asks, by name or label (repeatable)' },
      interviewee: { value: 'NAME', repeatable: true, help: 'who answers, by name or label (repeatable)' },
      report: { help: 'write the account of every change to content/SLUG/import-report.md' },
      force: { help: 'replace an existing manuscript, and keep it beside under a number' },
      json: JSON_OUTPUT,
    },
    examples: [
      'wenda import ~/interview.txt --slug wang-zhongyuan',
      'wenda import ~/panel.docx --interviewer 李明 --report',
    ],
  },
  {
    name: 'points',
    argument: SLUGS,
    summary: 'draft the takeaways and points that are missing',
    description:
      'Shows, for each question without a takeaway or points, a draft in words of its answer. With --write\n' +
      'they go into the manuscript, to be edited there; nothing else in it is touched. A program that\n' +
      'press.yaml names (summary: command) is asked first, once for each such question.',
    options: {
      content: CONTENT,
      write: { help: 'write the drafts into the manuscripts' },
      json: JSON_OUTPUT,
    },
    examples: ['wenda points', 'wenda points wang-zhongyuan --write'],
  },
  {
    name: 'approve',
    argument: { label: 'SLUG [N…]', min: 1, max: Number.POSITIVE_INFINITY },
    summary: 'say that takeaways and points still hold for answers that have changed',
    description:
      'Notes in content/SLUG/points.lock.json that the summaries of questions N, or of all, hold for the\n' +
      'answers as they now stand. A changed summary needs no approval.',
    options: { content: CONTENT, json: JSON_OUTPUT },
    examples: ['wenda approve wang-zhongyuan 3 7', 'wenda approve wang-zhongyuan'],
  },
  {
    name: 'build',
    argument: SLUGS,
    summary: 'make the deck and the booklet of every interview, in every locale',
    description:
      'Makes the products of each interview under dist/SLUG/LOCALE/, and dist/index.html to open them\n' +
      'from. Where anything is wrong, says where and what to do, and leaves the last good outputs.',
    options: {
      content: CONTENT,
      out: { value: 'DIR', help: 'where the products go (default: dist)' },
      locale: {
        value: 'L',
        repeatable: true,
        help: `only this locale, of ${LOCALES.join(', ')} (repeatable)`,
      },
      share: { help: 'make the deck without notes too, to hand out' },
      only: {
        value: 'PRODUCT',
        repeatable: true,
        help: `only one, of ${PRODUCTS.join(', ')} (repeatable)`,
      },
      anew: { help: 'make everything anew, also what is there already and has no reason to change' },
      proof: { help: 'read the booklets back line by line, and warn of every breach of CLREQ' },
      jobs: {
        value: 'N',
        help: 'make so many editions at once (default: one for each core, from four editions on)',
      },
      timings: { help: 'say where the time went: a table of the phases, on standard error' },
      'time-limit': {
        value: 'SECONDS',
        help: 'give up an edition that is at one product for so long (default: 120; not with --jobs 1)',
      },
      json: JSON_OUTPUT,
    },
    examples: ['wenda build', 'wenda build wang-zhongyuan --locale zh-TW --only deck'],
  },
  {
    name: 'preview',
    argument: { label: '[SLUG]', min: 0, max: 1 },
    summary: 'show slides and pages in the browser, made again after every save',
    description:
      'Builds, and serves a page to this machine alone: the slides and pages of each interview beside what\n' +
      'there is to say of them. After every save what changed is made again, and what is open follows, on\n' +
      'the slide or page where you are. Ctrl-C ends it.',
    options: {
      port: { value: 'N', help: `the port to serve on (default: ${DEFAULT_PORT}); 0 is any that is free` },
      'time-limit': {
        value: 'SECONDS',
        help: 'give up a product that takes longer, as where a theme has a loop without end (default: 30)',
      },
      content: CONTENT,
      out: { value: 'DIR', help: 'where the products go (default: dist)' },
    },
    examples: ['wenda preview', 'wenda preview wang-zhongyuan --port 8080'],
  },
  {
    name: 'check',
    argument: SLUGS,
    summary: 'report everything that is wrong with the content, and make nothing',
    description:
      'Goes through everything that a build goes through, writes no file, and exits 1 on an error.',
    options: {
      content: CONTENT,
      proof: { help: 'read the finished booklets back line by line: a breach of CLREQ is an error' },
      json: JSON_OUTPUT,
    },
    examples: ['wenda check', 'wenda check --proof', 'wenda check wang-zhongyuan --json'],
  },
  {
    name: 'diff',
    argument: SLUGS,
    summary: 'say what has changed since a revision of git, and what to print again',
    description:
      'Compares the manuscripts, press.yaml and glossary.yaml with how git has them in REV: the text,\n' +
      'question by question, then which slides and pages look otherwise and which sheets have to be\n' +
      'printed again. Makes both versions with the templates of today, and writes no file.',
    options: {
      from: { value: 'REV', help: 'a commit, a branch or a tag (default: HEAD)' },
      locale: {
        value: 'L',
        repeatable: true,
        help: `only this locale, of ${LOCALES.join(', ')} (repeatable)`,
      },
      content: CONTENT,
      json: JSON_OUTPUT,
    },
    examples: ['wenda diff', 'wenda diff wang-zhongyuan --from HEAD~3 --locale zh-TW'],
  },
  {
    name: 'impose',
    argument: { label: 'FILE.pdf', min: 1, max: 1 },
    summary: 'lay out any PDF of single pages on sheets',
    description:
      'Makes FILE-duplex.pdf for the office printer, or what --only names, from any PDF whose pages\n' +
      'have one size. Paper, binding, bleed and creep are those of press.yaml, but for what is given.',
    options: {
      only: {
        value: 'PRODUCT',
        repeatable: true,
        help: 'of duplex (the default), press, sheets, shop-sheet (repeatable)',
      },
      cut: {
        value: 'MM',
        help: 'how much of each page without a trim box lies outside its trim (default: 0)',
      },
      ...IMPOSE_OPTIONS,
      content: { value: 'DIR', help: 'where press.yaml is (default: content)' },
      out: { value: 'DIR', help: 'where the sheets go (default: dist)' },
      json: JSON_OUTPUT,
    },
    examples: [
      'wenda impose pages.pdf --paper A3 --flip long-edge',
      'wenda impose pages.pdf --only sheets --signature 16 --sheet 640x450',
    ],
  },
  {
    name: 'preflight',
    argument: { label: 'FILE.pdf', min: 1, max: 1 },
    summary: 'check a PDF clause by clause before it goes to a print shop',
    description:
      'Says of each clause of PDF/X-4, and of each limit of press.yaml, whether FILE.pdf keeps it, and\n' +
      'names page and object where it does not. Writes no file, and exits 1 where a clause is broken.',
    options: { content: { value: 'DIR', help: 'where press.yaml is (default: content)' }, json: JSON_OUTPUT },
    examples: ['wenda preflight booklet-press.pdf', 'wenda preflight booklet-press.pdf --json'],
  },
];
