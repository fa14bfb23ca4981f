// The parts of press.yaml about printing: the office printer, the press and the print shop. Lengths are millimetres.

import { type Mm, mm, type Size } from '../model/length.ts';
import {
  DEFAULT_SETTINGS,
  type PressSettings,
  type PrinterSettings,
  SHOP_LANGUAGES,
  type ShopSettings,
} from '../model/settings.ts';
import { choice, converted, matching, number, record, type Schema, text, toggle } from '../schema/schema.ts';

/** What is left out is as the house has it. */
export function printerSettings(): Schema<PrinterSettings> {
  const { offset, ...house } = DEFAULT_SETTINGS.printer;
  const given = record(
    {},
    {
      paper: choice(['fit', 'A4', 'B4', 'A3', 'Letter']),
      margin: length(0, 25),
      offset: record({}, { x: length(-20, 20), y: length(-20, 20) }),
      calibration: toggle(),
    },
  );
  return converted(given, (value) => ({ ...house, ...value, offset: { ...offset, ...value.offset } }));
}

export function pressSettings(): Schema<PressSettings> {
  const given = record(
    {},
    {
      binding: choice(['left', 'right']),
      bleed: length(0, 20),
      caliper: length(0.03, 1),
      cover: choice(['self', 'separate']),
      signature: converted(choice(['4', '8', '16', '32']), (value) => SIGNATURE[value]),
      assembly: choice(['nested', 'gathered']),
      'work-and-turn': toggle(),
      sheet: sheet(),
      milling: length(0, 10),
      creep: choice(['none', 'shift', 'scale']),
      'creep-direction': choice(['inside', 'outside']),
      marks: toggle(),
      profile: words(),
      condition: words(),
      'condition-name': words(),
      ink: number(100, 400),
      hairline: length(0, 2),
      resolution: number(1, 2400),
    },
  );
  return converted(given, (value) => {
    const {
      'work-and-turn': workAndTurn,
      'creep-direction': creepDirection,
      'condition-name': conditionName,
      ...same
    } = value;
    return {
      ...DEFAULT_SETTINGS.press,
      ...same,
      ...(workAndTurn !== undefined && { workAndTurn }),
      ...(creepDirection && { creepDirection }),
      ...(conditionName && { conditionName }),
    };
  });
}

export function shopSettings(): Schema<ShopSettings> {
  const given = record(
    {},
    {
      language: choice(SHOP_LANGUAGES),
      quantity: words(),
      contact: words(),
      paper: words(),
      'cover-paper': words(),
    },
  );
  return converted(given, ({ 'cover-paper': coverPaper, ...same }) => ({
    ...same,
    ...(coverPaper && { coverPaper }),
  }));
}

const SIGNATURE = { 4: 4, 8: 8, 16: 16, 32: 32 } as const;

function length(least: number, most: number): Schema<Mm> {
  return converted(number(least, most), mm);
}

function words(): Schema<string> {
  return converted(text(), (value) => value.text);
}

/** Of a width and a height, or `fit`. */
function sheet(): Schema<Size<Mm> | 'fit'> {
  const form = matching(
    /^(fit|\d+(\.\d+)?x\d+(\.\d+)?)$/,
    'fit, or a width and a height in millimetres, such as 640x450',
  );
  return converted(form, (value) => {
    const [width, height] = value.split('x').map(Number);
    return width === undefined || height === undefined ? 'fit' : { width: mm(width), height: mm(height) };
  });
}
