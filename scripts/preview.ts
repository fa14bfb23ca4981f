// The part of the pipeline that makes the page of the preview, of the manifests in the output folder and of what the last
// build had to say.

import type { Finding } from './catalogue/findings.ts';
import { type Manifest, readManifest } from './catalogue/manifest.ts';
import { type PreviewPageView, previewView } from './catalogue/preview.ts';
import { PREVIEW_LABELS } from './catalogue/preview-labels.ts';
import { numbered } from './catalogue/preview-rows.ts';
import { changedPlaces, formatNumbers } from './changes/products.ts';
import { LABELS } from './edition/labels.ts';
import { formatDiagnostic, type Result } from './model/diagnostic.ts';
import type { Interview } from './model/interview.ts';
import type { Locale } from './model/locale.ts';
import type { World } from './model/world.ts';
import { escapeHtml } from './render/escape.ts';
import { compileTemplate } from './render/template.ts';

export type { Finding } from './catalogue/findings.ts';

export interface PreviewRequest {
  readonly interviews: readonly PreviewedInterview[];
  readonly findings: readonly Finding[];
  readonly state: 'building' | 'current' | 'failed';
  /** The language of the page. */
  readonly locale: Locale;
}

export interface PreviewedInterview {
  readonly slug: string;
  readonly file: string;
  /** As it could last be read. */
  readonly interview: Interview | undefined;
  /** Whether that is as it stands now. */
  readonly isCurrent: boolean;
  /** The texts of its manifests, and those of before the last build. */
  readonly manifests: readonly string[];
  readonly earlier: readonly string[];
  /** Hashes of decks that are newer than the manifests, by locale. */
  readonly decks: ReadonlyMap<Locale, string>;
}

/** The page as HTML. Where its template is at fault, a page that says so. */
export async function makePreviewPage(request: PreviewRequest, world: World): Promise<string> {
  const file = 'preview.html.hbs';
  const source = await world.readTemplate(file);
  const compiled = compileTemplate<PreviewPageView>(
    { file: `templates/${file}`, source: source ?? '' },
    'html',
  );
  if (!compiled.ok) return faultPage(compiled);
  const { findings, state, locale } = request;
  const interviews = request.interviews.map(previewedInterview);
  const view = previewView(
    { interviews, findings, state, locale },
    PREVIEW_LABELS[locale],
    (place) => LABELS[place],
  );
  const page = compiled.value(view);
  return page.ok ? page.value : faultPage(page);
}

function faultPage({ diagnostics }: Result<unknown>): string {
  const text = escapeHtml(diagnostics.map(formatDiagnostic).join('\n'));
  return `<!doctype html><html lang="en"><title>Wenda</title><main><h1>Wenda</h1><pre>${text}</pre></main></html>`;
}

function previewedInterview(previewed: PreviewedInterview) {
  const { slug, file, interview, isCurrent, manifests, earlier, decks } = previewed;
  const now = read(manifests);
  const before = new Map(read(earlier).map((manifest) => [manifest.locale, manifest]));
  return {
    slug,
    file,
    interview,
    isCurrent,
    whole: now.find(({ locale }) => locale === undefined),
    editions: now.flatMap((manifest) => {
      const { locale } = manifest;
      if (locale === undefined) return [];
      const slides = changedNumbers(before.get(locale), manifest, 'slide');
      const pages = changedNumbers(before.get(locale), manifest, 'page');
      return [
        {
          locale,
          manifest,
          changed: new Set([...slides, ...pages].map(({ name }) => name)),
          changedSlides: formatNumbers(slides.map(({ number }) => number)),
          changedPages: formatNumbers(pages.map(({ number }) => number)),
          deck: decks.get(locale) ?? manifest.outputs['deck.html']?.sha256 ?? '',
        },
      ];
    }),
  };
}

const read = (texts: readonly string[]): readonly Manifest[] =>
  texts.map(readManifest).filter((manifest) => manifest !== undefined);

/** Nothing is said to have changed where nothing was there before. */
function changedNumbers(before: Manifest | undefined, after: Manifest, kind: 'slide' | 'page') {
  if (!before) return [];
  const facesOf = (manifest: Manifest): readonly string[] =>
    numbered(manifest, kind).map(({ output }) => output.sha256);
  const places = new Set(changedPlaces(facesOf(before), facesOf(after)));
  return numbered(after, kind).filter((_, index) => places.has(index + 1));
}
