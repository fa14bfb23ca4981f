// The editions that can be made, and the language tag (BCP 47) each carries in HTML and PDF.

export const LOCALES = ['zh-TW', 'zh-HK', 'zh-CN'] as const;

export type Locale = (typeof LOCALES)[number];

export const LANGUAGE_TAG: Readonly<Record<Locale, string>> = {
  'zh-TW': 'zh-Hant-TW',
  'zh-HK': 'zh-Hant-HK',
  'zh-CN': 'zh-Hans-CN',
};

export function isLocale(value: string): value is Locale {
  return (LOCALES as readonly string[]).includes(value);
}
