// Where the interview stands on the web, for the last slide: to follow, to scan and to type.

import { fitting, type SetText, setText } from './fit.ts';
import { qrCode } from './qr.ts';
import type { DeckSetting } from './setting.ts';
import type { WebLink } from './slides.ts';

/** The whole address for the browser and the camera, and as much of it to read as has room on a line. */
export function linkTo(setting: DeckSetting, address: string): WebLink {
  const { labels } = setting.edition;
  const { address: slot } = setting.design.slides.closing.slots;
  const { host, pathname, search } = new URL(address);
  const forms = [`${host}${pathname}${search}`, `${host}${pathname}`].map((form) =>
    readable(form.replace(/\/$/, '')),
  );
  const whole = forms.map((text) => fitting(setting, text, slot)).find(isOneLine);
  return {
    label: labels.readOnline,
    address,
    shown: whole ?? setText(setting, { text: host }, slot),
    code: { source: qrCode(address), alternative: `${labels.qrCode}：${address}` },
  };
}

const isOneLine = (set: SetText | undefined): boolean => set?.lines.length === 1;

/** 網址 rather than %E7%B6%B2%E5%9D%80, where it is text at all. */
function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
