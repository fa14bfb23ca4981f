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
  readonly name: 'import' | 'points' | 'approve' | 'build' | 'check';
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
      'Cleans and structures FILE and writes content/SLUG/interview.md, with the raw file beside it as\n' +
      'transcript.txt. Says what it changed, by kind and count. An existing manuscript is left alone.',
    options: {
      slug: { value: 'NAME', help: "the interview's folder (default: the file's name)" },
      content: CONTENT,
      force: { help: 'replace an existing manuscript' },
      json: JSON_OUTPUT,
    },
    examples: ['wenda import ~/interview.txt --slug wang-zhongyuan'],
  },
  {
    name: 'points',
    argument: SLUGS,
    summary: 'draft the takeaways and points that are missing',
    description:
      'Shows, for each question without a takeaway or points, a draft in words of its answer. With --write\n' +
      'they go into the manuscript, to be edited there; nothing else in it is touched.',
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
