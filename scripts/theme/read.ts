// theme.yaml to a design: every key known, every size one that can be read, every colour one that there is.

import { type Genre, WEIGHTS, type Weight } from '../fonts/faces.ts';
import { type Diagnostic, type Result, resultOf } from '../model/diagnostic.ts';
import { pickTemplates, type Theme } from '../render/theme.ts';
import { lately } from '../reuse/lately.ts';
import { nearest } from '../schema/nearest.ts';
import {
  atLeastOne,
  checked,
  choice,
  converted,
  list,
  matching,
  named,
  number,
  readYaml,
  record,
  type Schema,
  toggle,
  wordOr,
} from '../schema/schema.ts';
import {
  type ColourPair,
  type FaceName,
  NUMERALS,
  type Palette,
  SLOTS,
  type SlideKind,
  type Slot,
  type Step,
  type Steps,
  type ThemeDesign,
} from './design.ts';

/** The design of a theme. Errors: `render/missing-template`, `schema/…` and `theme/no-such-colour`, at their places. */
export function readDesign(theme: Theme): Result<ThemeDesign> {
  const file = pickTemplates(theme, { design: 'theme.yaml' });
  if (!file.ok) return file;
  const { file: name, source } = file.value.design;
  return remembered(`${name}\n${source}`, () => read(name, source));
}

/** Every edition is set in the same theme. */
const remembered = lately<Result<ThemeDesign>>(4);

function read(name: string, source: string): Result<ThemeDesign> {
  const design = readYaml(designSchema(), source, name);
  if (!design.ok) return design;
  return resultOf(design.value, [...design.diagnostics, ...unknownColours(design.value, name)]);
}

const SLIDE = { width: 1280, height: 720 } as const;
/** CSS pixels at which a text can be read from the last row, and at which furniture can be found. */
const LEAST = { reading: 24, furniture: 18 } as const;

const FACES = (['serif', 'sans'] as const satisfies readonly Genre[]).flatMap((genre) =>
  WEIGHTS.map((weight): FaceName => `${genre}-${weight}`),
);

const length = (most: number = SLIDE.width): Schema<number> => number(0, most);

function designSchema(): Schema<ThemeDesign> {
  const { cover, agenda, summary, exchange, quote } = layouts();
  const kinds = {
    cover: slide('cover', cover),
    agenda: slide('agenda', agenda),
    divider: slide('divider', { 'most-named': number(0, 6) }),
    summary: slide('summary', summary),
    question: slide('question', {}),
    exchange: slide('exchange', exchange),
    quote: slide('quote', quote),
    closing: slide('closing', {}),
  };
  const shape = record(
    {
      palettes: record({ light: palette() }, { dark: palette() }),
      'stacked-titles': toggle(),
      numerals: choice(NUMERALS),
      slides: record(kinds, {}),
      notes: choice(FACES),
      ornaments: named(record({ face: choice(FACES), characters: matching(/^.+$/u, 'characters') }, {})),
    },
    {},
  );
  return converted(shape, ({ slides, ...rest }) => ({ ...camelKeys(rest), slides })) as Schema<ThemeDesign>;
}

function palette(): Schema<Palette> {
  const weight = choice(WEIGHTS.map(String));
  const weights = Object.fromEntries(WEIGHTS.map((from) => [String(from), converted(weight, Number)]));
  const pair = converted(matching(/^[\w-]+ on [\w-]+$/, 'two colours such as "ink on paper"'), (words) => {
    const [text = '', ground = ''] = words.split(' on ');
    return { text, ground };
  });
  const roles = list(matching(/^[\w-]+$/, 'the name of a colour'));
  const shape = record(
    {
      colours: named(matching(/^#[\da-f]{6}$/i, "a colour such as '#1c1917', in quotation marks")),
      reading: list(pair),
      accents: list(pair),
    },
    {
      weights: record({}, weights) as Schema<Partial<Record<Weight, Weight>>>,
      house: record({}, { accent: roles, 'on-accent': roles, ink: roles }),
    },
  );
  return converted(shape, ({ weights = {}, house = {}, ...rest }) => {
    const { accent = [], 'on-accent': onAccent = [], ink = [] } = house;
    return { ...rest, weights, house: { accent, onAccent, ink } };
  });
}

/** The keys of one kind of slide: its slots, and what its layout is decided by. */
function slide(kind: SlideKind, layout: Readonly<Record<string, Schema<unknown>>>): Schema<unknown> {
  const { reading, furniture, extra } = SLOTS[kind];
  const slotsNamed = (names: readonly string[], least: number) =>
    Object.fromEntries(names.map((name) => [kebab(name), slot(least)]));
  const slots = record(
    { ...slotsNamed(reading, LEAST.reading), ...slotsNamed(furniture, LEAST.furniture) },
    slotsNamed(extra, LEAST.furniture),
  );
  return converted(record({ slots, ...layout }, {}), ({ slots: found, ...rest }) => ({
    ...camelKeys(rest),
    slots: camelKeys(found as object),
  }));
}

function slot(least: number): Schema<Slot> {
  const shape = record(
    { face: choice(FACES), width: length(), steps: atLeastOne(step(least)) },
    { height: length(SLIDE.height), tracking: number(0, 1) },
  );
  return converted(shape, ({ face, width, steps, height, tracking = 0 }) => {
    const [first, ...others] = steps;
    const { leading, lines = 1 } = first;
    const within = (given: GivenStep): Step => ({ width, ...given });
    return {
      face,
      tracking,
      width,
      height: height ?? leading * lines,
      steps: [within(first), ...others.map(within)],
    };
  });
}

/** As written, `68/86` or with its own width and its most lines. */
interface GivenStep extends Omit<Step, 'width'> {
  readonly width?: number;
}

function step(least: number): Schema<GivenStep> {
  const size = number(least, SLIDE.height);
  const words = matching(STEP, 'size and leading such as 68/86');
  const short = converted(words, (word): GivenStep => {
    const [first = 0, leading = 0] = word.split('/').map(Number);
    return { size: first, leading };
  });
  const long = record({ size, leading: length(SLIDE.height) }, { width: length(), lines: number(1, 20) });
  return checked(wordOr(short, long), ({ size: found }) => found >= least, {
    code: 'not-allowed',
    message: `a text here is set at ${least} px or more`,
    hint: 'It could not be read from the last row.',
  });
}

const STEP = /^\d{2,3}\/\d{1,3}$/;

function layouts() {
  const furniture = number(LEAST.furniture, SLIDE.height);
  const agendaLayout = converted(
    record(
      {
        name: matching(/^[a-z][\w -]*$/, 'classes of the slide'),
        rows: number(1, 20),
        inline: toggle(),
        title: step(LEAST.reading),
        numeral: furniture,
        page: furniture,
      },
      {},
    ),
    ({ title, ...rest }) => ({ ...rest, title: { width: 0, ...title } }),
  );
  const column = record({ width: length(), steps: atLeastOne(step(LEAST.reading)) }, {});
  const stepsOf = ({ width, steps: [first, ...others] }: GivenSteps): Steps => [
    { width, ...first },
    ...others.map((given) => ({ width, ...given })),
  ];
  const columnShape = record(
    { width: length(), takeaway: column, text: column },
    { height: length(SLIDE.height) },
  );
  const columns = converted(columnShape, (found) => ({
    ...found,
    takeaway: stepsOf(found.takeaway),
    text: stepsOf(found.text),
  }));
  return {
    cover: { vertical: toggle(), 'subtitle-takes': list(length(SLIDE.height)) },
    agenda: { gap: length(), layouts: atLeastOne(agendaLayout) },
    summary: {
      height: length(SLIDE.height),
      gap: length(),
      'least-with-kicker': number(LEAST.reading, SLIDE.height),
      columns: atLeastOne(columns),
    },
    exchange: {
      'head-height': length(SLIDE.height),
      'head-gap': length(),
      paddings: atLeastOne(length()),
    },
    quote: { vertical: toggle(), beside: length() },
  };
}

interface GivenSteps {
  readonly width: number;
  readonly steps: readonly [GivenStep, ...GivenStep[]];
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function camelKeys(found: object): Readonly<Record<string, unknown>> {
  const camel = (key: string): string =>
    key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(found).map(([key, value]) => [camel(key), value]));
}

/** Pairs that name a colour the palette does not have. */
function unknownColours({ palettes }: ThemeDesign, file: string): readonly Diagnostic[] {
  return Object.entries(palettes).flatMap(([name, { colours, reading, accents, house }]) =>
    [
      ...[...reading, ...accents].flatMap(({ text, ground }: ColourPair) => [text, ground]),
      ...Object.values(house).flat(),
    ]
      .filter((colour) => !(colour in colours))
      .map((colour) => ({
        code: 'theme/no-such-colour',
        severity: 'error',
        message: `the palette ${name} has no colour ${colour}; the nearest is ${nearest(colour, Object.keys(colours))}`,
        hint: `Its colours are ${Object.keys(colours).join(', ')}.`,
        place: { file },
      })),
  );
}
