// Pieces of transcripts that the passes look at, for texts made up of them in any order.

import fc from 'fast-check';

const WORDS = (
  '好 人工智能 為什么 後来 发展 標簽 AGI Meta,\u00a0Inc. 9.11 3:1 𠀀 👨\u200d👩 ⼈ Ａ１ 發(fā) 業(yè) 術（shù） 王(wáng) ( ) （ ） , . ? ! : ; ... -- ' +
  '。 ， ？ ！ " \' “ ” 「 」 『 』 https://a.com/x,y a@b.cn `a,b` ** __ * 嗎 呢 — ――'
).split(' ');
const SPACES = ['\n', '\n\n', '\r\n', '\r', ' ', '　', '\u200b', '\ufeff', '\t', '\u00a0', '\u2028'];
const LABELS = (
  '問： 答： Q: A1: Q1. 記者： 王仲遠： 王仲遠院長： 他說： #\u00a0 ##\u00a0 【記者】 【王仲遠】 [00:12:03]\u00a0 00:12\u00a0 王仲遠(00:01:02): —— 追問： 觀眾： ' +
  '張鈸（清華大學教授）： 主持人李明： Q A Q｜ 記者｜ >\u00a0 -\u00a0 1.\u00a0 二、 （三） ■ ** 答 第一問： 問題2： （答） 北京商報記者\u00a0李明：'
)
  .split(' ')
  .map((label) => label.replaceAll('\u00a0', ' '));
const LINES = (
  '您怎麼看？ **您怎麼看？** ##\u00a0您怎麼看？ 我覺得很好。 百模大戰 “小標” 【小標】 一、成本 01 *** ----- 王仲遠\u00a000:12:03 [00:01]\u00a0記者 （笑） （來源：北京商報） ' +
  '責任編輯：張三 2024年8月1日'
)
  .split(' ')
  .map((line) => line.replaceAll('\u00a0', ' '));
const HEADS = [
  ...['2024年8月1日來源：北京商報\n', '2024年8月1日來源：北京商報\n'],
  ...[
    '文／李明\n',
    '來源：北京商報 2024-08-01 10:30\n',
    '——專訪王仲遠\n',
    '編者按：好。\n',
    '主持人：李明（記者）\n',
  ],
  ...[
    '副標題：好\n',
    '2024年8月1日｜北京商報｜記者 李明\n',
    '導言，導言。\n',
    '短句\n',
    '嘉賓：王芳、李明\n',
    '\n',
  ],
];
const TAGS = (
  '<p> </p> <b> </b> <br> <h2> </h2> <ul><li> <ol><li> </ol> <script>a<b</script> <style>p{}</style> <nav>導航</nav> <table><tr><td> </td><td> </table> <!--a--> ' +
  '&amp; &nbsp; &#x4eba; &lt; &notit; & < <div> </div> <pre> </pre> <strong> </strong> <span\u00a0style="font-weight:700"> </span> <aside>廣告</aside> <main> </main> <dl><dt> <dd>'
)
  .split(' ')
  .map((tag) => tag.replaceAll('\u00a0', ' '));
const CUES = [
  ...[
    '\n\n',
    '\n',
    '3\n',
    '00:00:04.000 --> 00:00:05.500\n',
    '00:00:09,000 --> 00:00:10,000\n',
    'NOTE 好\n',
    '<v 王仲遠>',
  ],
  ...[
    '</v>',
    '<i>',
    '<00:00:01.000>',
    '&amp;',
    '- ',
    '>> ',
    '王仲遠：',
    '好的',
    '好的。',
    '對',
    '\r\n',
    '{\\an8}',
    '記者：',
    '嗎？',
  ],
];

/** What a kind of text is made up of. */
export const fragment = {
  text: fc.constantFrom(...WORDS, ...SPACES, ...LABELS),
  line: fc.constantFrom(...LINES, ...LABELS, ...WORDS.slice(0, 12)),
  head: fc.constantFrom(...HEADS, ...LINES.map((line) => `${line}\n`)),
  html: fc.constantFrom(...TAGS, ...WORDS, ...SPACES, ...LABELS),
  captions: fc.constantFrom(...CUES, ...CUES, ...WORDS.slice(0, 10)),
};

export function scrapOf(piece: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> {
  return fc.array(piece, { maxLength }).map((parts) => parts.join(''));
}
