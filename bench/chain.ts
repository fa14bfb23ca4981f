// A: deck, booklet and duplex of the first interview in both locales, from a fresh process, beside the programs that a
// person would chain together for them: Marp for the deck, a typesetter for the booklet, an imposer for the sheets. The
// chain gets the texts of each locale for nothing.

import fs from 'node:fs';
import path from 'node:path';
import type { Edition } from '../scripts/model/edition.ts';
import { realEdition } from '../test/support/edition.ts';
import { inScratch, isInstalled, layContent, median, type Row, timeProgram } from './measure.ts';

const RUNS = 5;
const LOCALES = ['zh-TW', 'zh-CN'] as const;
const PRODUCTS = ['deck', 'booklet', 'duplex'].flatMap((product) => ['--only', product]);

export async function benchChain(root: string): Promise<readonly Row[]> {
  return inScratch(async (folder) => {
    layContent(root, folder);
    const bin = path.join(root, 'scripts/wenda.mjs');
    const build = (...args: readonly string[]): number => {
      fs.rmSync(path.join(folder, 'dist'), { recursive: true, force: true });
      return timeProgram(process.execPath, [bin, 'build', ...PRODUCTS, ...args], folder);
    };
    build();
    const ours = median(Array.from({ length: RUNS }, () => build()));
    const single = median(LOCALES.map((locale) => build('--locale', locale)));
    build();
    const steps = stepsOf(root, folder);
    const times = new Map<string, number>();
    for (const { name, run } of steps) {
      try {
        times.set(name, sum(LOCALES.map((locale) => timed(() => run(locale)))));
      } catch (error) {
        process.stderr.write(`${name} is left out: ${String(error).split('\n')[0]}\n`);
      }
    }
    const rows: Row[] = [
      { part: 'A', what: 'deck, booklet, duplex, both locales', milliseconds: ours, runs: RUNS },
      { part: 'A', what: 'the same of one locale', milliseconds: single, runs: 2 },
    ];
    for (const [what, milliseconds] of times)
      rows.push({ part: 'A', what: `${what}, both locales`, milliseconds, runs: RUNS });
    const [deck, imposer] = [times.get(MARP), times.get('pdfjam') ?? times.get('bookletimposer')];
    for (const typesetter of TYPESETTERS) {
      const booklet = times.get(typesetter);
      if (deck === undefined || imposer === undefined || booklet === undefined) continue;
      const milliseconds = deck + booklet + imposer;
      const against = { what: 'Wenda', ratio: milliseconds / ours };
      rows.push({ part: 'A', what: `chain with ${typesetter}`, milliseconds, runs: RUNS, against });
    }
    return rows;
  });
}

const MARP = 'marp-cli';
const TYPESETTERS = ['vivliostyle', 'weasyprint', 'pandoc and xelatex'];

const timed = (run: () => number): number => {
  run();
  return median(Array.from({ length: RUNS }, run));
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

interface Step {
  readonly name: string;
  readonly run: (locale: (typeof LOCALES)[number]) => number;
}

/** Of the programs that are installed. VIVLIOSTYLE names its program where it is not in the path. */
function stepsOf(root: string, folder: string): readonly Step[] {
  for (const locale of LOCALES) {
    const edition = realEdition(locale);
    fs.writeFileSync(path.join(folder, `${locale}.html`), pageOf(edition, root));
    fs.writeFileSync(path.join(folder, `${locale}.md`), markdownOf(edition));
  }
  const made = (locale: string, file: string): string =>
    path.join(folder, 'dist/wang-zhongyuan', locale, file);
  const vivliostyle = process.env['VIVLIOSTYLE'] ?? 'vivliostyle';
  const browser = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
  const marp = path.join(root, 'node_modules/.bin/marp');
  const steps: readonly (Step & { readonly program: string })[] = [
    {
      name: MARP,
      program: marp,
      run: (locale) => timeProgram(marp, [made(locale, 'deck.md'), '-o', 'marp.html'], folder),
    },
    {
      name: 'vivliostyle',
      program: vivliostyle,
      run: (locale) =>
        timeProgram(
          vivliostyle,
          ['build', `${locale}.html`, '-o', 'vivliostyle.pdf', '--executable-browser', browser],
          folder,
        ),
    },
    {
      name: 'weasyprint',
      program: 'weasyprint',
      run: (locale) => timeProgram('weasyprint', [`${locale}.html`, 'weasyprint.pdf'], folder),
    },
    {
      name: 'pandoc and xelatex',
      program: 'xelatex',
      run: (locale) => timeProgram('pandoc', pandocArguments(locale, root), folder),
    },
    {
      name: 'pdfjam',
      program: 'pdfjam',
      run: (locale) =>
        timeProgram(
          'pdfjam',
          [
            '--booklet',
            'true',
            '--landscape',
            '--paper',
            'a4paper',
            '-o',
            'jam.pdf',
            made(locale, 'booklet.pdf'),
          ],
          folder,
        ),
    },
    {
      name: 'bookletimposer',
      program: 'bookletimposer',
      run: (locale) =>
        timeProgram(
          'bookletimposer',
          ['-b', '-p', '2x1', '-f', 'A4', '-a', '-o', 'imposed.pdf', made(locale, 'booklet.pdf')],
          folder,
        ),
    },
  ];
  return steps.filter(({ program }) => isInstalled(program));
}

const fontFile = (locale: string, root: string): string => {
  const place = locale === 'zh-TW' ? 'tc' : 'sc';
  const name = `NotoSerif${place.toUpperCase()}_400Regular.ttf`;
  return path.join(root, `node_modules/@expo-google-fonts/noto-serif-${place}/400Regular`, name);
};

function pandocArguments(locale: string, root: string): readonly string[] {
  const font = fontFile(locale, root);
  const variables = [
    `CJKmainfont=${path.basename(font)}`,
    `CJKoptions=Path=${path.dirname(font)}/`,
    'papersize=a5',
    'fontsize=10pt',
  ];
  return [`${locale}.md`, '--pdf-engine=xelatex', '-o', 'latex.pdf', ...variables.flatMap((v) => ['-V', v])];
}

function pageOf({ interview, language }: Edition, root: string): string {
  const font = fontFile(language.includes('TW') ? 'zh-TW' : 'zh-CN', root);
  const style =
    `@font-face { font-family: own; src: url('file://${font}') } @page { size: A5; margin: 18mm }` +
    ' body { font-family: own; font-size: 10pt; line-height: 1.7 } h2 { break-before: page }';
  const sections = interview.sections.map(({ title, exchanges }) => {
    const parts = exchanges.map(
      ({ question, answer }) =>
        `<h3>${question.text}</h3>${paragraphs(answer)
          .map((text) => `<p>${text}</p>`)
          .join('')}`,
    );
    return `<h2>${title.text}</h2>${parts.join('')}`;
  });
  return `<!doctype html><html lang="${language}"><title>${interview.title.text}</title><style>${style}</style><h1>${interview.title.text}</h1>${sections.join('')}</html>`;
}

function markdownOf({ interview }: Edition): string {
  const sections = interview.sections.map(({ title, exchanges }) => {
    const parts = exchanges.map(
      ({ question, answer }) => `## ${question.text}\n\n${paragraphs(answer).join('\n\n')}\n`,
    );
    return `# ${title.text}\n\n${parts.join('\n')}`;
  });
  return `---\ntitle: ${interview.title.text}\n---\n\n${sections.join('\n')}`;
}

const paragraphs = (
  answer: Edition['interview']['sections'][number]['exchanges'][number]['answer'],
): readonly string[] => answer.flatMap((turn) => turn.paragraphs.map(({ text }) => text));
