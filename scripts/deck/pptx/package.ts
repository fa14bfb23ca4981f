// A PowerPoint file put right (ECMA-376): the theme's colours and fonts, placeholders, language tags, notes by
// paragraph, fixed dates and identifiers, and nothing declared that is not there.

import { archiveOf, type PackedFile, packFile, utf8 } from '../../archive/zip.ts';
import type { Locale } from '../../model/locale.ts';
import { digestOf, sha256 } from '../../reuse/digest.ts';
import { lately } from '../../reuse/lately.ts';
import type { ColourRole } from '../frames/frame.ts';
import type { Palette } from '../palette.ts';
import type { Parts } from './known-slides.ts';
import { LINE_END } from './text.ts';
import { THEME_FONT } from './typefaces.ts';
import { ORNAMENT, PART_MARK, SCHEME } from './write.ts';

export interface Dress {
  readonly locale: Locale;
  readonly palette: Palette;
}

/** The package that pptxgenjs wrote, with the house's theme in it. Same input, same bytes. */
export function dressPackage(parts: Parts, dress: Dress): Uint8Array {
  const names = [...parts.keys()].sort(byPart);
  const circumstances = digestOf([names, dress]);
  return archiveOf(
    names.map((name) => {
      const content = parts.get(name) ?? new Uint8Array();
      return remember([name, sha256(content), circumstances].join(), () =>
        packFile(name, dressed(name, content, names, dress), 'compressed'),
      );
    }),
  );
}

/** The parts of a few decks: an edit leaves most of them as they were. */
const remember = lately<PackedFile>(1000);

function dressed(name: string, content: Uint8Array, names: readonly string[], dress: Dress): Uint8Array {
  if (!/\.(?:xml|rels)$/.test(name)) return content;
  return utf8(dressPart(name, decoder.decode(content), names, dress));
}

const decoder = new TextDecoder();

/** The list of contents comes first; readers look for it there. */
function byPart(a: string, b: string): number {
  const rank = (name: string): number =>
    name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2;
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function dressPart(name: string, xml: string, names: readonly string[], dress: Dress): string {
  const { locale } = dress;
  if (name === '[Content_Types].xml') return contentTypes(xml, names);
  if (name === 'docProps/core.xml') return core(xml, locale);
  if (name === 'docProps/app.xml') return app(xml);
  if (name.startsWith('ppt/theme/')) return theme(xml, dress);
  if (name === 'ppt/presentation.xml') return withLanguage(presentation(xml), locale);
  if (name.startsWith('ppt/notesSlides/') && name.endsWith('.xml'))
    return withLanguage(byParagraph(xml), locale);
  if (/^ppt\/slide(?:s|Layouts|Masters)\/[^/]*\.xml$/.test(name))
    return withLanguage(shapes(isSlide(name) ? filled(xml) : xml), locale);
  return name.endsWith('.xml') ? withLanguage(xml, locale) : xml;
}

/** The library declares a master for each slide, and kinds of media that are not there. */
function contentTypes(xml: string, names: readonly string[]): string {
  const extensions = new Set(names.map((name) => name.replace(/^.*\./, '')));
  return xml
    .replace(/ ?<Override PartName="\/([^"]*)"[^>]*>/g, (whole, part: string) =>
      names.includes(part) ? whole : '',
    )
    .replace(/<Default Extension="([^"]*)"[^>]*>/g, (whole, extension: string) =>
      extensions.has(extension) ? whole : '',
    );
}

/** No clock has a part in a build. */
const MADE_ON = '1980-01-01T00:00:00Z';

function core(xml: string, locale: Locale): string {
  return xml
    .replace(/(<dcterms:\w+ [^>]*>)[^<]*/g, `$1${MADE_ON}`)
    .replace('</cp:coreProperties>', `\t<dc:language>${locale}</dc:language>\n\t</cp:coreProperties>`);
}

/** Counts of fonts and titles that the library guesses at; PowerPoint makes its own. */
function app(xml: string): string {
  return xml.replace(/\s*<HeadingPairs>[\s\S]*<\/TitlesOfParts>/, '').replace(/\s*<Company><\/Company>/, '');
}

/** Sections get identifiers that say which they are, in place of random ones. */
function presentation(xml: string): string {
  let section = 0;
  return xml.replace(/(<p14:section [^>]*\bid=")\{[^}]*\}/g, (_, start: string) => {
    section += 1;
    return `${start}{00000000-0000-4000-8000-${section.toString(16).toUpperCase().padStart(12, '0')}}`;
  });
}

function theme(xml: string, { locale, palette }: Dress): string {
  const { typeface, localName, panose, charset } = THEME_FONT[locale];
  const script = locale === 'zh-CN' ? 'Hans' : 'Hant';
  const font = `typeface="${typeface}" panose="${panose}" pitchFamily="34" charset="${charset}"`;
  const fonts =
    `<a:latin typeface="${typeface}" panose="${panose}"/><a:ea ${font}/><a:cs typeface=""/>` +
    `<a:font script="${script}" typeface="${localName}"/>`;
  const colours = (Object.entries(THEME_COLOURS) as [string, ColourRole][])
    .map(([slot, role]) => `<a:${slot}><a:srgbClr val="${palette[role].toUpperCase()}"/></a:${slot}>`)
    .join('');
  return xml
    .replace(/<a:theme ([^>]*)name="[^"]*"/, '<a:theme $1name="Wenda"')
    .replace(/<a:clrScheme[\s\S]*<\/a:clrScheme>/, `<a:clrScheme name="Wenda">${colours}</a:clrScheme>`)
    .replace(
      /<a:fontScheme[\s\S]*<\/a:fontScheme>/,
      `<a:fontScheme name="Wenda"><a:majorFont>${fonts}</a:majorFont><a:minorFont>${fonts}</a:minorFont></a:fontScheme>`,
    );
}

/** The theme's twelve slots; those that slides name as in `SCHEME` come first. */
const THEME_COLOURS: Readonly<Record<string, ColourRole>> = {
  dk1: 'ink',
  lt1: 'paper',
  dk2: 'grey',
  lt2: 'hairline',
  accent1: 'accent',
  accent2: 'flood',
  accent3: 'on-flood',
  accent4: 'title',
  accent5: 'grey',
  accent6: 'hairline',
  hlink: 'accent',
  folHlink: 'grey',
};

const isSlide = (name: string): boolean => name.startsWith('ppt/slides/');

/** The library puts the placeholders of its layout on a slide once more, empty, unless it has filled them itself. */
function filled(xml: string): string {
  return xml.replace(/<p:sp>[\s\S]*?<\/p:sp>/g, (shape) =>
    shape.includes('<p:ph') && !shape.includes('<a:t>') ? '' : shape,
  );
}

function shapes(xml: string): string {
  let id = 0;
  return withLines(xml)
    .replace(/<p:sp>[\s\S]*?<\/p:sp>/g, shape)
    .replace(ADORNING, `<p:cNvPr id="0" name="${ORNAMENT}" descr="">${DECORATIVE}</p:cNvPr>`)
    .replace(/(<p:cNvPr id=")\d+/g, (_, start: string) => {
      id += 1;
      return `${start}${id}`;
    });
}

/** A picture that has no words to stand for it: the library would give it its file's name. */
const ADORNING = new RegExp(`<p:cNvPr id="\\d+" name="${ORNAMENT}" descr="[^"]*">\\s*</p:cNvPr>`, 'g');

/** A shape as what it is: decoration, a placeholder or a text box. Fonts become those of the theme. */
function shape(xml: string): string {
  const named = NAMED.exec(xml);
  const dressed = themeFonts(xml).replace(
    /<a:buSzPct val="100000"\/><a:buChar/g,
    `<a:buClr><a:schemeClr val="${SCHEME.accent}"/></a:buClr><a:buSzPct val="100000"/><a:buFont typeface="Arial"/><a:buChar`,
  );
  if (xml.includes(`name="${ORNAMENT}"`))
    return dressed.replace(/(<p:cNvPr [^>]*)>\s*<\/p:cNvPr>/, `$1>${DECORATIVE}</p:cNvPr>`);
  if (/type="sldNum"/.test(xml)) return dressed.replace(/idx="\d+"/, `idx="${NUMBER_INDEX}"`);
  if (!named) return dressed;
  const [whole, name = '', part, direction, anchor] = named;
  const plainName = dressed.replace(whole, `name="${name}"`);
  if (part === 'text') return plainName.replace('<p:cNvSpPr/>', '<p:cNvSpPr txBox="1"/>');
  const holder = part === 'title' ? '<p:ph type="title"/>' : `<p:ph type="body" idx="${POINTS_INDEX}"/>`;
  return plainName
    .replace(/<p:cNvSpPr[^>]*\/>/, '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>')
    .replace(/<p:nvPr>[\s\S]*?<\/p:nvPr>/, `<p:nvPr>${holder}</p:nvPr>`)
    .replace(
      /<a:bodyPr[^>]*>/,
      `<a:bodyPr vert="${direction}" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="${anchor}">`,
    );
}

const NAMED = new RegExp(`name="([^"]*)${PART_MARK}(title|points|text)${PART_MARK}(\\w+)${PART_MARK}(\\w)"`);

const POINTS_INDEX = 10;
const NUMBER_INDEX = 12;

/** Office 2019 and later: a screen reader passes it over. */
const DECORATIVE =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">' +
  '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

function themeFonts(xml: string): string {
  return xml.replace(
    /<a:(latin|ea|cs) typeface="(major|minor)"[^>]*>/g,
    (_, script: string, which: string) => {
      return `<a:${script} typeface="+${which === 'major' ? 'mj' : 'mn'}-${SCRIPTS[script]}"/>`;
    },
  );
}

const SCRIPTS: Readonly<Record<string, string>> = { latin: 'lt', ea: 'ea', cs: 'cs' };

/** Lines that are kept are parted by breaks inside their paragraph. */
function withLines(xml: string): string {
  return xml.replace(
    /<a:r>(<a:rPr[\s\S]*?<\/a:rPr>)<a:t>([^<]*)<\/a:t><\/a:r>/g,
    (_, run: string, text: string) =>
      text
        .split(LINE_END)
        .map((line) => `<a:r>${run}<a:t>${line}</a:t></a:r>`)
        .join(`<a:br>${run}</a:br>`),
  );
}

/** The notes of a slide, which the library writes as one paragraph. */
function byParagraph(xml: string): string {
  return xml.replace(
    /<a:p><a:r>(<a:rPr [^>]*\/>)<a:t>([^<]*)<\/a:t><\/a:r>(<a:endParaRPr [^>]*\/>)<\/a:p>/,
    (_, run: string, text: string, end: string) =>
      text
        .split(LINE_END)
        .map((words) =>
          words === '' ? `<a:p>${end}</a:p>` : `<a:p><a:r>${run}<a:t>${words}</a:t></a:r></a:p>`,
        )
        .join(''),
  );
}

/** Every run in the language of the place; Latin words in it are taken for English. */
function withLanguage(xml: string, locale: Locale): string {
  const tags = `lang="${locale}" altLang="en-US"`;
  return xml
    .replace(/ lang="[^"]*"(?: altLang="[^"]*")?/g, ` ${tags}`)
    .replace(/<a:(endParaRPr|rPr)(?=\/?>)/g, `<a:$1 ${tags}`);
}
