// The page of the preview: each interview part by part, its slides and pages beside what there is to say of them.

import type { Severity } from '../model/diagnostic.ts';
import type { Labels } from '../model/edition.ts';
import type { Interview } from '../model/interview.ts';
import { LANGUAGE_TAG, type Locale } from '../model/locale.ts';
import { type Finding, type FindingView, findingView, partAtLine } from './findings.ts';
import type { Manifest } from './manifest.ts';
import { type FileView, filesOf } from './page.ts';
import type { PreviewLabels } from './preview-labels.ts';
import { type EditionPictures, type RowView, rowId, rowsOf } from './preview-rows.ts';

export interface PreviewSource {
  readonly interviews: readonly PreviewInterview[];
  readonly findings: readonly Finding[];
  readonly state: 'building' | 'current' | 'failed';
  /** The language of the page. */
  readonly locale: Locale;
}

export interface PreviewInterview {
  readonly slug: string;
  /** Its manuscript, as diagnostics name it. */
  readonly file: string;
  /** As it could last be read. */
  readonly interview: Interview | undefined;
  /** Whether that is as it stands now, so that its lines are those that findings speak of. */
  readonly isCurrent: boolean;
  readonly editions: readonly PreviewEdition[];
  /** What was made of all editions together. */
  readonly whole: Manifest | undefined;
}

export interface PreviewEdition {
  readonly locale: Locale;
  readonly manifest: Manifest;
  /** Names of pictures that the last build changed, and what to call them: numbers as a person writes them. */
  readonly changed: ReadonlySet<string>;
  readonly changedSlides: string;
  readonly changedPages: string;
  /** Changes with the deck: its hash, which may be newer than the manifest. */
  readonly deck: string;
}

export interface PreviewPageView {
  readonly language: string;
  readonly labels: PreviewLabels;
  readonly state: string;
  readonly stateText: string;
  readonly counts: readonly CountView[];
  readonly findings: readonly FindingView[];
  readonly interviews: readonly InterviewView[];
}

interface CountView {
  readonly severity: Severity;
  /** Where the first of them stands. */
  readonly href: string;
  readonly text: string;
}

interface InterviewView {
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  /** A class by how many editions stand side by side. */
  readonly columns: string;
  readonly whole: readonly FileView[];
  readonly editions: readonly EditionView[];
  readonly hasChanged: boolean;
  readonly rows: readonly (RowView & { readonly findings: readonly FindingView[] })[];
}

interface EditionView {
  /** slug/locale */
  readonly key: string;
  readonly name: string;
  readonly title: string;
  readonly language: string;
  readonly deck: string;
  readonly booklet: string;
  readonly files: readonly FileView[];
  readonly changes: readonly { readonly href: string; readonly text: string }[];
}

/** Everything the page says. Errors stand at its top, all of them; the rest beside its part where it has one. */
export function previewView(
  { interviews, findings, state, locale }: PreviewSource,
  labels: PreviewLabels,
  labelsOf: (locale: Locale) => Labels,
): PreviewPageView {
  const viewOf = (finding: Finding): FindingView => findingView(finding, labels);
  const placed = findings.map((finding) => ({ finding, place: placeOf(finding, interviews) }));
  const countOf = (severity: Severity, text: string): readonly CountView[] => {
    const found = placed.filter(({ finding }) => finding.diagnostic.severity === severity);
    if (found.length === 0) return [];
    const beside = severity === 'error' ? undefined : found.find(({ place }) => place)?.place;
    const href = `#${beside ? rowId(beside.slug, beside.part) : 'findings'}`;
    return [{ severity, href, text: text.replace('{n}', String(found.length)) }];
  };
  return {
    language: LANGUAGE_TAG[locale],
    labels,
    state,
    stateText: labels[state],
    counts: [
      ...countOf('error', labels.errors),
      ...countOf('warning', labels.warnings),
      ...countOf('note', labels.notes),
    ],
    findings: placed
      .filter(({ finding, place }) => !place || finding.diagnostic.severity === 'error')
      .map(({ finding }) => viewOf(finding)),
    interviews: interviews.map((interview) => {
      const of = (part: string): readonly FindingView[] =>
        placed
          .filter(({ place }) => place?.slug === interview.slug && place.part === part)
          .map(({ finding }) => viewOf(finding));
      return interviewView(interview, labels, labelsOf, of);
    }),
  };
}

/** The part that a finding stands beside: none where it speaks of no line, or of a manuscript that cannot be read. */
function placeOf(
  { diagnostic: { place } }: Finding,
  interviews: readonly PreviewInterview[],
): { readonly slug: string; readonly part: string } | undefined {
  const found = interviews.find(({ file }) => file === place?.file);
  if (!found?.interview || !found.isCurrent || place?.line === undefined) return undefined;
  return { slug: found.slug, part: partAtLine(found.interview, place.line) };
}

function interviewView(
  { slug, interview, editions, whole }: PreviewInterview,
  labels: PreviewLabels,
  labelsOf: (locale: Locale) => Labels,
  findingsOf: (part: string) => readonly FindingView[],
): InterviewView {
  const first = editions[0];
  const views = editions.map((edition) => editionView(slug, edition, labels, labelsOf(edition.locale)));
  const pictures: readonly EditionPictures[] = editions.map((edition) => ({
    ...edition,
    name: labelsOf(edition.locale).editionName,
    language: LANGUAGE_TAG[edition.locale],
  }));
  return {
    slug,
    title: interview?.title.text ?? first?.manifest.title ?? slug,
    language: first ? LANGUAGE_TAG[first.locale] : 'zh',
    columns: `of-${editions.length}`,
    whole: whole && first ? served(filesOf(whole, labelsOf(first.locale))) : [],
    editions: views,
    hasChanged: views.some(({ changes }) => changes.length > 0),
    rows: rowsOf(slug, interview, pictures, labels).map((row) => ({
      ...row,
      findings: findingsOf(row.part),
    })),
  };
}

function editionView(
  slug: string,
  edition: PreviewEdition,
  labels: PreviewLabels,
  words: Labels,
): EditionView {
  const { locale, manifest, deck, changedSlides, changedPages } = edition;
  const key = `${encodeURIComponent(slug)}/${locale}`;
  const change = (kind: 'slide' | 'page', list: string, text: string) =>
    list === ''
      ? []
      : [{ href: `#${key}/${kind}-${Number.parseInt(list, 10)}`, text: text.replace('{list}', list) }];
  return {
    key,
    name: words.editionName,
    title: manifest.title,
    language: LANGUAGE_TAG[locale],
    deck,
    booklet: manifest.outputs['booklet.pdf']?.sha256 ?? '',
    files: served(filesOf(manifest, words)),
    changes: [
      ...change('slide', changedSlides, labels.changedSlides),
      ...change('page', changedPages, labels.changedPages),
    ],
  };
}

const served = (files: readonly FileView[]): readonly FileView[] =>
  files.map((file) => ({ ...file, href: `/dist/${file.href}` }));
