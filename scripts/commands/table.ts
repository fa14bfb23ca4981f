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
  readonly name: 'import' | 'build' | 'check';
  readonly argument: { readonly label: string; readonly min: number; readonly max: number };
  readonly summary: string;
  readonly description: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly examples: readonly string[];
}

const CONTENT: OptionSpec = { value: 'DIR', help: 'where the interviews are (default: content)' };
const JSON_OUTPUT: OptionSpec = { help: 'print the result as one JSON object on standard output' };
const SLUGS = { label: '[SLUG…]', min: 0, max: Number.POSITIVE_INFINITY };

export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'import',
    argument: { label: 'FILE', min: 1, max: 1 },
    summary: 'turn a raw transcript into a manuscript to edit',
    description:
      'Reads text, Markdown, Word (DOCX), web pages (HTML) and captions (SRT, WebVTT). Cleans and structures\n' +
      'FILE and writes content/SLUG/interview.md, with the raw file beside it as transcript.* and an account\n' +
      'of every change. An existing manuscript is left alone.',
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
    name: 'build',
    argument: SLUGS,
    summary: 'make the deck and the booklet of every interview, in every locale',
    description:
      'Makes what changed text needs made again, under dist/SLUG/LOCALE/, and dist/index.html to open it\n' +
      'all from. Where anything is wrong, says where and what to do, and leaves the last good outputs.',
    options: {
      content: CONTENT,
      out: { value: 'DIR', help: 'where the products go (default: dist)' },
      locale: {
        value: 'L',
        repeatable: true,
        help: `only this locale, of ${LOCALES.join(', ')} (repeatable)`,
      },
      only: {
        value: 'PRODUCT',
        repeatable: true,
        help: `only this product, of ${PRODUCTS.join(', ')} (repeatable)`,
      },
      json: JSON_OUTPUT,
    },
    examples: ['wenda build', 'wenda build wang-zhongyuan --locale zh-TW --only deck'],
  },
  {
    name: 'check',
    argument: SLUGS,
    summary: 'report everything that is wrong with the content, and make nothing',
    description:
      'Goes through everything that a build goes through, writes no file, and exits 1 on an error.',
    options: { content: CONTENT, json: JSON_OUTPUT },
    examples: ['wenda check', 'wenda check wang-zhongyuan --json'],
  },
];
