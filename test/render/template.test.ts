import { describe, expect, it } from 'vitest';
import { compileTemplate } from '../../scripts/render/template.ts';

function render(source: string, view: object, language: 'markdown' | 'html' | 'typst' = 'html') {
  const template = compileTemplate<object>({ file: 't.hbs', source }, language);
  if (!template.ok) return template;
  return template.value(view);
}

describe('a template', () => {
  it.each([
    ['{{a}}', { a: '<&>"\'' }, 'html', '&#60;&#38;&#62;&#34;&#39;'],
    ['{{a.b}}', { a: { b: '<' } }, 'html', '&#60;'],
    ['{{#each list}}{{this}};{{/each}}', { list: ['<', 'b'] }, 'html', '&#60;;b;'],
    ['{{#each list}}{{@index}}{{x}}{{../y}}{{/each}}', { list: [{ x: '<' }], y: '>' }, 'html', '0&#60;&#62;'],
    ['{{#if a}}{{a}}{{else}}-{{/if}}', { a: undefined }, 'html', '-'],
    ['{{#with a}}{{b}}{{/with}}', { a: { b: '&' } }, 'html', '&#38;'],
    [
      '#f({{a}}, {{n}}, {{no}})',
      { a: 'x"\\\n', n: 3, no: undefined },
      'typst',
      '#f("x\\"\\\\\\u{a}", 3, none)',
    ],
    [
      '---\na: {{a}}\n---\n{{a}}',
      { a: '"*: #' },
      'markdown',
      '---\na: "\\"*: #"\n---\n&#34;&#42;&#58; &#35;',
    ],
    ['<!-- {{a}} -->', { a: 'a -->b <' }, 'markdown', '<!-- a -\u2060-\u2060>b < -->'],
  ] as const)('%s', (source, view, language, expected) => {
    expect(render(source, view, language)).toMatchObject({ ok: true, value: expected });
  });

  it('escapes in partials too, and calls them by a name that the view gives', () => {
    const template = compileTemplate<object>(
      { file: 't.hbs', source: '{{#each list}}{{> (lookup this "kind")}}{{/each}}' },
      'html',
      {
        one: { file: 'one.hbs', source: '1{{a}}{{> two}}' },
        two: { file: 'two.hbs', source: '2{{a}}' },
      },
    );
    const view = {
      list: [
        { kind: 'one', a: '<' },
        { kind: 'two', a: '&' },
      ],
    };
    expect(template.ok && template.value(view)).toMatchObject({ ok: true, value: '1&#60;2&#60;2&#38;' });
  });

  it.each([
    ['{{{a}}}', { a: 1 }, /unescaped/],
    ['{{&a}}', { a: 1 }, /unescaped/],
    ['{{#if b}}x{{/if}}', { a: 1 }, /no "b"/],
    ['{{b}}', { a: 1 }, /no "b"/],
    ['{{a.b}}', { a: { c: 1 } }, /no "b"/],
    ['{{#each a}}{{b}}{{/each}}', { a: [{ c: 1 }] }, /no "b"/],
    ['{{#if a}}', { a: 1 }, /Parse error/],
    ['{{a}}', { a: [1] }, /cannot be written/],
  ])('%s is refused', (source, view, message) => {
    const result = render(source, view);
    expect(result.ok).toBe(false);
    expect(result.diagnostics[0]?.message).toMatch(message);
  });
});
