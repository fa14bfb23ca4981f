// Handlebars with escaping for the language of the template and no silence about a missing key. Owns handlebars.

import Handlebars from 'handlebars';
import { type Diagnostic, failure, type Result, success } from '../model/diagnostic.ts';
import { lately } from '../reuse/lately.ts';
import { type Context, escapeValue, type Language } from './escape.ts';

export interface TemplateSource {
  /** The path a designer knows it by; diagnostics name it. */
  readonly file: string;
  readonly source: string;
}

export type Template<View extends object> = (view: View) => Result<string>;

/**
 * Compiles a template. Every `{{value}}` is escaped for `language` without the author asking for it; unescaped
 * output (`{{{` and `{{&`) is refused; a key that the view does not have is an error, in conditions too.
 * Partials are called by the name they have in `partials`.
 */
export function compileTemplate<View extends object>(
  template: TemplateSource,
  language: Language,
  partials: Readonly<Record<string, TemplateSource>> = {},
): Result<Template<View>> {
  const key = JSON.stringify([language, template, partials]);
  return remembered(key, () => compile(template, language, partials));
}

/** The templates of both themes, in every language they are written in. */
const remembered = lately<Result<Template<object>>>(32);

function compile(
  template: TemplateSource,
  language: Language,
  partials: Readonly<Record<string, TemplateSource>>,
): Result<Template<object>> {
  const engine = Handlebars.create();
  for (const context of CONTEXTS)
    engine.registerHelper(escaperName(context), (value) => escapeValue(value, context));
  const main = prepared(template, language);
  const parts = Object.entries(partials).map(
    ([name, partial]) => [name, prepared(partial, languageOf(partial, language))] as const,
  );
  const faults = [main, ...parts.map(([, part]) => part)].flatMap(({ diagnostics }) => diagnostics);
  if (!main.ok || faults.length > 0) return failure(...faults);
  const options = { noEscape: true, preventIndent: true, explicitPartialContext: false };
  for (const [name, part] of parts)
    if (part.ok) engine.registerPartial(name, engine.compile(part.value, options));
  const run = engine.compile<object>(main.value, options);
  return success((view: object) => {
    try {
      return success(run(guarded(view, template.file)));
    } catch (error) {
      return failure(
        fault(template.file, messageOf(error), 'Correct the template, or the name it asks for.'),
      );
    }
  });
}

const CONTEXTS: readonly Context[] = ['markdown', 'html', 'typst', 'css', 'yaml', 'comment'];

/** A style sheet is one wherever it is put. */
const languageOf = ({ file }: TemplateSource, language: Language): Language =>
  file.endsWith('.css.hbs') ? 'css' : language;

const escaperName = (context: Context): string => `escape-${context}`;

/** The parsed template with every value wrapped in the escaper of the place it stands in. */
function prepared(template: TemplateSource, language: Language): Result<hbs.AST.Program> {
  try {
    const program = Handlebars.parse(template.source);
    new EscapingVisitor(template, language).accept(program);
    return success(program);
  } catch (error) {
    if (error instanceof Unescaped) return failure(error.diagnostic);
    const line = /line (\d+)/i.exec(messageOf(error))?.[1];
    return failure(
      fault(
        template.file,
        messageOf(error).split('\n').join(' '),
        'Close every {{#…}} with its {{/…}}.',
        line ? Number(line) : undefined,
      ),
    );
  }
}

class Unescaped extends Error {
  readonly diagnostic: Diagnostic;
  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

class EscapingVisitor extends Handlebars.Visitor {
  readonly file: string;
  readonly language: Language;
  inFrontMatter: boolean;
  inComment = false;

  constructor({ file, source }: TemplateSource, language: Language) {
    super();
    this.file = file;
    this.language = language;
    this.inFrontMatter = language === 'markdown' && /^---\r?\n/.test(source);
  }

  override ContentStatement(content: hbs.AST.ContentStatement): void {
    if (this.language === 'typst') return;
    const original = String(content.original);
    if (/\n---\r?\n/.test(original)) this.inFrontMatter = false;
    const opened = original.lastIndexOf('<!--');
    const closed = original.lastIndexOf('-->');
    if (opened !== closed) this.inComment = opened > closed;
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    if (!mustache.escaped) {
      const { line, column } = mustache.loc.start;
      throw new Unescaped({
        ...fault(this.file, 'unescaped output is not allowed', 'Write {{name}} with two braces.', line),
        place: { file: this.file, line, column: column + 1 },
      });
    }
    const { path, params, hash, loc } = mustache;
    const isCall = params.length > 0 || hash !== undefined;
    const inner = isCall
      ? ({ type: 'SubExpression', path, params, hash, loc } as hbs.AST.SubExpression)
      : path;
    const context = this.inFrontMatter ? 'yaml' : this.inComment ? 'comment' : this.language;
    mustache.path = pathTo(escaperName(context), loc);
    mustache.params = [inner as hbs.AST.Expression];
    mustache.hash = undefined as unknown as hbs.AST.Hash;
  }
}

function pathTo(name: string, loc: hbs.AST.SourceLocation): hbs.AST.PathExpression {
  return { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc };
}

/** The view, except that reading a key it lacks throws instead of giving nothing. */
function guarded<T extends object>(value: T, file: string): T {
  return new Proxy(value, {
    get(target, key) {
      const found: unknown = Reflect.get(target, key);
      if (typeof key === 'string' && !(key in target)) throw new Error(`the view has no "${key}"`);
      return typeof found === 'object' && found !== null ? guarded(found, file) : found;
    },
  });
}

function fault(file: string, message: string, hint: string, line?: number): Diagnostic {
  const place = line === undefined ? { file } : { file, line, column: 1 };
  return { code: 'render/template', severity: 'error', message, hint, place };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
