// Frames to a PowerPoint file as pptxgenjs writes it; package.ts puts it right afterwards. Owns pptxgenjs, which
// takes 60 ms to load and is needed for nothing else.

import type Library from 'pptxgenjs';
import { unpack } from '../../archive/zip.ts';
import type { Locale } from '../../model/locale.ts';
import type { World } from '../../model/world.ts';
import type { Box, ColourRole, SlideFrames, TextFrame } from '../frames/frame.ts';
import { type KnownSlide, knownSlide, type Parts, withKnownSlides } from './known-slides.ts';
import { type Layout, layoutsOf } from './layouts.ts';
import { boxFor } from './room.ts';
import { LINE_END, plain } from './text.ts';

export interface Presentation {
  readonly title: string;
  readonly author: string;
  readonly locale: Locale;
  readonly slides: readonly SlideFrames[];
  /** The section that each slide belongs to, in the same order. */
  readonly sections: readonly string[];
  readonly rasterize: World['rasterize'];
}

/** The files of the package by their path, with dates and identifiers as the library makes them. */
export async function writePresentation(presentation: Presentation): Promise<Parts> {
  const { title, author, locale, slides, sections } = presentation;
  const { default: loaded } = await import('pptxgenjs');
  // Its declarations are those of a CommonJS module; what Node.js loads is an ES module.
  const PowerPoint = loaded as unknown as typeof Library.default;
  const pptx = new PowerPoint();
  pptx.defineLayout({ name: 'wenda', width: inches(1280), height: inches(720) });
  pptx.layout = 'wenda';
  pptx.title = plain(title);
  pptx.subject = '';
  pptx.author = plain(author);
  pptx.company = '';
  const layouts = layoutsOf(slides);
  const defined = [...new Set(layouts.values())];
  for (const layout of defined) defineLayout(pptx, layout, locale);
  for (const name of new Set(sections.map(plain))) pptx.addSection({ title: name });
  const known: KnownSlide[] = [];
  for (const [index, frames] of slides.entries()) {
    const layout = layouts.get(frames);
    const slide = pptx.addSlide({
      ...(layout && { masterName: layout.name }),
      sectionTitle: plain(sections[index] ?? ''),
    });
    const { name, rules, isNumbered } = layout ?? {};
    const place = [index, name, rules, isNumbered, layout && defined.indexOf(layout)];
    const kept = knownSlide([frames, place, locale]);
    known.push(kept);
    if (!kept.parts) await fill(slide, frames, layout, presentation);
  }
  const written = (await pptx.write({ outputType: 'uint8array', compression: false })) as Uint8Array;
  return withKnownSlides(partsOf(written), known);
}

function partsOf(written: Uint8Array): Parts {
  const unpacked = unpack(written, MOST_BYTES);
  if (unpacked.kind !== 'files')
    throw new Error(`pptxgenjs wrote an archive that cannot be read: ${unpacked.kind}`);
  return new Map([...unpacked.files].filter(([name]) => !name.endsWith('/')));
}

const MOST_BYTES = 1 << 28;

async function fill(
  slide: Library.default.Slide,
  frames: SlideFrames,
  layout: Layout | undefined,
  { locale, rasterize }: Presentation,
): Promise<void> {
  const own = frames.rules.filter((rule) => !layout?.rules.includes(rule) && !isOn(layout, rule.box));
  for (const { box, colour } of own)
    slide.addShape('rect', { ...placed(box), fill: { color: SCHEME[colour] }, objectName: ORNAMENT });
  for (const text of frames.texts) slide.addText(runsOf(text, locale), optionsOf(text, locale));
  for (const { box, svg, alternative } of frames.pictures) {
    const png = await rasterize(svg, 3 * box.width);
    const data = `image/png;base64,${Buffer.from(png).toString('base64')}`;
    slide.addImage({
      ...placed(box),
      data,
      altText: plain(alternative),
      objectName: alternative ? 'Picture' : ORNAMENT,
    });
  }
  if (frames.notes.length > 0) slide.addNotes(frames.notes.map(plain).join(LINE_END));
}

/** What shapes that say nothing are called, so that they can be marked as decoration. */
export const ORNAMENT = 'Ornament';

/** The colours of the theme, so that changing the theme changes the deck. */
export const SCHEME: Readonly<Record<ColourRole, string>> = {
  paper: 'bg1',
  ink: 'tx1',
  title: 'accent4',
  grey: 'tx2',
  hairline: 'bg2',
  accent: 'accent1',
  flood: 'accent2',
  'on-flood': 'accent3',
};

function defineLayout(pptx: Library.default, layout: Layout, locale: Locale): void {
  const { name, sample, rules, isNumbered } = layout;
  const holders = sample.texts.filter(({ part }) => part !== 'text');
  pptx.defineSlideMaster({
    title: name,
    background: { color: SCHEME[sample.background] },
    objects: [
      ...rules.map(({ box, colour }) => ({
        rect: { ...placed(box), fill: { color: SCHEME[colour] }, objectName: ORNAMENT },
      })),
      ...holders.map((text) => ({
        placeholder: {
          options: {
            ...optionsOf(text, locale),
            name: text.name,
            type: text.part === 'title' ? ('title' as const) : ('body' as const),
          } as Library.default.PlaceholderProps,
          text: '',
        },
      })),
    ],
    ...(isNumbered && {
      slideNumber: {
        ...placed(NUMBER_BOX),
        margin: 0,
        align: 'right' as const,
        color: SCHEME.grey,
        fontSize: points(18),
        fontFace: 'minor',
      },
    }),
  });
}

const NUMBER_BOX: Box = { x: 1112, y: 681, width: 80, height: 27 };

function isOn(layout: Layout | undefined, box: Box): boolean {
  const same = (other: Box): boolean => JSON.stringify(other) === JSON.stringify(box);
  return layout?.rules.some((rule) => same(rule.box)) ?? false;
}

function runsOf(text: TextFrame, locale: Locale): Library.default.TextProps[] {
  return text.paragraphs.map(({ text: whole, lines, keepsLines, before }, index) => ({
    text: keepsLines ? lines.map(plain).join(LINE_END) : plain(whole),
    options: {
      lang: locale,
      breakLine: index < text.paragraphs.length - 1,
      ...(text.part === 'points' && { bullet: { characterCode: '25AA', indent: points(BULLET_INDENT) } }),
      ...(before > 0 && { paraSpaceBefore: points(before) }),
    },
  }));
}

/** Bullets hang out to the left, so that the text stands under its title. */
export const BULLET_INDENT = 34;

function optionsOf(text: TextFrame, locale: Locale): Library.default.TextPropsOptions {
  const { name, direction, align, anchor, type } = text;
  const isVertical = direction === 'vertical';
  return {
    ...placed(boxFor(text)),
    objectName: [
      name,
      text.part,
      isVertical ? 'eaVert' : 'horz',
      isVertical || anchor === 'top' ? 't' : 'b',
    ].join(PART_MARK),
    margin: 0,
    fontFace: type.genre === 'serif' ? 'major' : 'minor',
    fontSize: points(type.size),
    bold: type.weight >= 600,
    color: SCHEME[type.colour],
    lang: locale,
    align,
    valign: isVertical ? 'top' : anchor,
    lineSpacing: points(type.leading),
    ...(type.tracking > 0 && { charSpacing: points(type.size * type.tracking) }),
    ...(isVertical && { vert: 'eaVert' as const }),
  };
}

/** Between a frame's name, what it is, its direction and anchor, for package.ts to read and take out again. */
export const PART_MARK = '#';

function placed({ x, y, width, height }: Box) {
  return { x: inches(x), y: inches(y), w: inches(width), h: inches(height) };
}

const inches = (pixels: number): number => pixels / 96;
const points = (pixels: number): number => pixels * 0.75;
