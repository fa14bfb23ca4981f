// The cases that residue and punctuation are measured by: each line of a table goes through all passes.

import { describe, expect, it } from 'vitest';
import { clean } from '../../scripts/transcript/clean.ts';

/** Proves residues systematic, as the real transcript does; stands before the case, with enough of right characters. */
const CARRIER =
  '技術(shù)和業(yè)務(wù)。發(fā)展業(yè)務(wù)，發(fā)現(xiàn)技術(shù)。學(xué)術(shù)界的業(yè)務(wù)發(fā)展。';
const CARRIED = '技術和業務。發展業務，發現技術。學術界的業務發展。';

describe('pinyin residue', () => {
  it.each([
    ['behind one character', '研發(fā)情況', '研發情況'],
    ['in full-width brackets', '研發（fā）情況', '研發情況'],
    ['with spaces inside', '研發( fā )情況', '研發情況'],
    ['with a zero-width space inside', '研發(\u200bfā)情況', '研發情況'],
    ['with the accent as a mark of its own', '研發(fa\u0304)情況', '研發情況'],
    ['with the Latin alpha and script g of pinyin charts', '當(d\u0251̄ng)然，發(fā)展', '當然，發展'],
    ['twice in a word', '業(yè)務(wù)', '業務'],
    ['at the end of a line', '重視技術(shù)', '重視技術'],
    ['before a bracket that stays', '業(yè)務(wù)(主要)', '業務（主要）'],
    ['inside a bracket that stays', 'Facebook(現(xiàn)Meta)', 'Facebook（現Meta）'],
    ['before a full stop', '談業(yè)務(wù).', '談業務。'],
    ['on a character that comes once', '結構(gòu)完整', '結構完整'],
    ['in another of its readings', '調(diào)研與調(tiáo)整', '調研與調整'],
    ['of a simplified form', '发(fā)展', '發展'],
  ])('goes %s', (_, input, expected) => {
    expect(clean(`${CARRIER}\n${input}`, []).text).toBe(`${CARRIED}\n${expected}`);
  });

  it.each([
    ['a syllable that is no reading of the character', '企業(fā)家', '企業（fā）家', 'pinyin-kept'],
    ['a toneless syllable', '研發(fa)', '研發（fa）', 'pinyin-kept'],
    ['a toneless syllable that is a reading', '他來了(le)', '他來了（le）', 'pinyin-kept'],
    [
      'a name explained once',
      '王(wáng)先生姓王，王先生到了',
      '王（wáng）先生姓王，王先生到了',
      'pinyin-kept',
    ],
    ['重慶 explained once', '重(zhòng)慶很重要，重視', '重（zhòng）慶很重要，重視', 'pinyin-kept'],
    ['a word of several syllables', '智源(zhìyuán)', '智源（zhìyuán）', undefined],
    ['a capital', '發(Fā)展', '發（Fā）展', undefined],
    ['an explanation', 'to B(企業(yè))市場', 'to B（企業）市場', undefined],
    ['an abbreviation', '通用人工智能(agi)', '通用人工智能（agi）', undefined],
    ['a letter', '方案(A)', '方案（A）', undefined],
    ['square brackets', '研發[fā]', '研發[fā]', undefined],
    ['a bracket that is not closed', '研發(fā，然後', '研發(fā，然後', undefined],
    ['an empty bracket', '研發()', '研發（）', undefined],
    ['a Latin word before it', 'AI(ài)', 'AI(ài)', undefined],
  ])('stays: %s', (_, input, expected, doubt) => {
    const { text, doubts } = clean(`${CARRIER}\n${input}`, []);
    expect(text).toBe(`${CARRIED}\n${expected}`);
    expect(doubts.map(({ code }) => code)).toEqual(doubt ? [doubt] : []);
  });

  it.each([
    ['a single one proves nothing', '他姓王(wáng)，住在重(zhòng)慶。'],
    [
      'rare characters explained in a row',
      '饕(tāo)餮(tiè)、魑(chī)魅(mèi)、魍(wǎng)魎(liǎng)，都是古書裡的怪物。',
    ],
    [
      'rare characters explained every time',
      '饕(tāo)餮(tiè)是怪物。饕(tāo)餮(tiè)貪吃。饕(tāo)餮(tiè)很大。饕(tāo)餮(tiè)。',
    ],
    ['a lesson on one character', '行(xíng)走的行(xíng)，銀行(háng)的行(háng)，行(xíng)為的行(xíng)。'],
    [
      'one character glossed now and then',
      '發(fā)展很好。發展很快，發現很多，發明。發(fā)生。發(fā)覺。學(xué)校，學生，學習，學者。',
    ],
  ])('stays without evidence: %s', (_, input) => {
    const { text, doubts } = clean(input, []);
    expect(text).toBe(input.replaceAll('(', '（').replaceAll(')', '）'));
    expect(new Set(doubts.map(({ code }) => code))).toEqual(new Set(['pinyin-kept']));
  });

  it('is a doubt at the place of its bracket in the input, once for each character and reading', () => {
    const source = '　王(wáng)\r\n他姓王(wáng)。';
    const { doubts } = clean(source, []);
    expect(doubts).toHaveLength(1);
    expect(source.slice(doubts[0]?.offset)).toMatch(/^\(wáng\)\r\n/);
  });
});

describe('punctuation', () => {
  it.each([
    ['他說,好.', '他說，好。'],
    ['真的?!好!', '真的？！好！'],
    ['什麼???', '什麼？？？'],
    ['好;壞', '好；壞'],
    ['他說:好', '他說：好'],
    ['他說,好 , 壞', '他說，好，壞'],
    ['好，  壞', '好，壞'],
    ['榮獲“人物”;並有', '榮獲“人物”；並有'],
    ['《書》,很好', '《書》，很好'],
    ['“AGI”,“LLM”等', '“AGI”，“LLM”等'],
    ['iPhone4、iPhone4S,有四年', 'iPhone4、iPhone4S，有四年'],
    ['微軟,Facebook,Google,美團', '微軟，Facebook，Google，美團'],
    ['我說OK,你呢?', '我說OK，你呢？'],
    ['您用iPhone?', '您用iPhone？'],
    ['Meta: 公司', 'Meta：公司'],
    ['OpenAI CEO Sam Altman:我們', 'OpenAI CEO Sam Altman：我們'],
    ['100%,好', '100%，好'],
    ['最終實現AGI.', '最終實現AGI。'],
    ['最終實現AGI.智源會', '最終實現AGI。智源會'],
    ['漲到35.', '漲到35。'],
    ['說:(如下)', '說：（如下）'],
    ['大模型(LLM)的', '大模型（LLM）的'],
    ['to B(企業)', 'to B（企業）'],
    ['(1)成本,(2)效率', '（1）成本，（2）效率'],
    ['（現在)好', '（現在）好'],
    ['他(Sam Altman, CEO)說', '他（Sam Altman, CEO）說'],
    ['等等...我想', '等等……我想'],
    ['等等…我想', '等等……我想'],
    ['好。。。', '好……'],
    ['好······壞', '好……壞'],
    ['不--是的', '不——是的'],
    ['不──是的', '不——是的'],
    ['｢好｣､壞｡', '“好”、壞。'],
  ])('becomes wide in Chinese: %s', (input, expected) => {
    expect(clean(input, [])).toMatchObject({ text: expected, doubts: [] });
  });

  it.each([
    '價格是9.11和9.8',
    '未來3—5年，或者3~5年',
    '比例是3:1，12:30開始',
    '共1,000元',
    '2024-08-01 12:30:05',
    'I think, therefore I am. Really? Yes!',
    'wait... what -- no',
    'I have read the report of 智源, and I agree.',
    '放在C:\\temp裡',
    '他說“I think, therefore I am.”這句話',
    'Beijing (北京) is big, and old.',
    '函數f(x,y)是',
    'GPT(LLM)的',
    '1.成本 2.效率',
    '用Node.js和v1.2.3版',
    'Apple Inc.的產品',
    'U.S.市場和A.I.公司',
    '文件.txt在這裡',
    '見https://a.com/x?y=1,z;w=(2)的內容',
    '見www.a.com的內容',
    '寫信到a.b@c.com的信箱',
    '代碼`if (a,b) c;`的意思',
    '好..嗎',
    '他(好',
    '我們用過Python, Java和Go',
    'a != b是對的',
  ])('stays as it is: %s', (input) => {
    expect(clean(input, [])).toMatchObject({ text: input, edits: [] });
  });

  it('keeps a dot between characters where the document has full stops, and doubts it', () => {
    const { text, doubts } = clean('馬克.扎克伯格說。好。', []);
    expect(text).toBe('馬克.扎克伯格說。好。');
    expect(doubts).toMatchObject([{ code: 'dot-kept', offset: 2 }]);
  });

  it('takes a dot for a full stop where the document has no other', () => {
    expect(clean('我很好.他不好.', []).text).toBe('我很好。他不好。');
  });
});

describe('quotation marks', () => {
  it.each([
    ['他說「好『嗎』」', '他說“好‘嗎’”'],
    ['讀過『論語』嗎', '讀過“論語”嗎'],
    ['他說"好"。', '他說“好”。'],
    ['他說:"Hello, world."然後', '他說：“Hello, world.”然後'],
    ["他說'好'了", '他說‘好’了'],
    ['”甲“和”乙“', '“甲”和“乙”'],
    ['“甲“和“乙“', '“甲”和“乙”'],
    ['〝好〞', '“好”'],
    ['「我說。', '“我說。'],
  ])('have one form: %s', (input, expected) => {
    expect(clean(input, []).text).toBe(expected);
  });

  it.each([
    '15"和17"的螢幕',
    "it's好的",
    "the '90s和the '80s",
    '“她說：‘好’”',
    'He said "yes".',
    '代碼`"好"`',
  ])('stay as they are: %s', (input) => {
    expect(clean(input, []).edits).toEqual([]);
  });

  it('without a partner stay and are doubted', () => {
    expect(clean('他說"好。', [])).toMatchObject({
      text: '他說"好。',
      doubts: [{ code: 'quote-unpaired', offset: 2 }],
    });
  });
});

describe('white space and codes', () => {
  it.each([
    ['甲\r\n乙\r丙\u2028丁', '甲\n乙\n丙\n丁'],
    ['　　甲乙 \t\n\u00a0丙', '甲乙\n丙'],
    ['大模型to　B和to\u00a0\u00a0C', '大模型to B和to C'],
    ['大\u200b模\u00ad型\ufeff和\u2060人\u200e', '大模型和人'],
    ['一家人👨\u200d👩\u200d👧好', '一家人👨\u200d👩\u200d👧好'],
    ['２０２４年的ＡＩ，９．１１', '2024年的AI，9.11'],
    ['⼈⼯智能', '人工智能'],
    ['大模型 to B 和 AGI', '大模型 to B 和 AGI'],
  ])('%j becomes %j', (input, expected) => {
    expect(clean(input, []).text).toBe(expected);
  });
});

describe('characters', () => {
  it.each([
    [
      'careless traditional',
      '您怎么看這個標簽?后來不愿意,戰斗在標簽里。',
      '您怎麼看這個標籤？後來不願意，戰鬥在標籤裡。',
    ],
    [
      'traditional with simplified words',
      '這個問題發展机会難得，经济發達，歷史',
      '這個問題發展機會難得，經濟發達，歷史',
    ],
    [
      'simplified with traditional words',
      '我们怎么样，這個大楼很高，经济发达，机会',
      '我们怎么样，这个大楼很高，经济发达，机会',
    ],
    ['a queen, a kilometre', '皇后走了一公里,后來發現', '皇后走了一公里，後來發現'],
  ])('become one script, and right: %s', (_, input, expected) => {
    expect(clean(input, []).text).toBe(expected);
  });

  it.each([
    '台灣的療癒系計畫，按讚、吸菸、秘書、占領、雇員、裏面、喫飯',
    '余先生和范先生在台北開會，發表看法',
    '他是么，著名的乾隆，瞭望，反覆，慰藉，怎么样，后来，里面，干净',
    '甚麼是頭髮和發展、隻身和只有、乾淨和干涉',
  ])('of a text without a fault stay: %s', (input) => {
    expect(clean(input, []).edits).toEqual([]);
  });

  it('of a protected term stay', () => {
    const term = { 'zh-TW': '台積電', 'zh-CN': '台积电' };
    expect(clean('台積電怎么看后來的發展', [term]).text).toBe('台積電怎麼看後來的發展');
  });

  it('of a speaker’s name stay', () => {
    const { text } = clean('記者：余承東怎么看？\n余承東：后來發展。', []);
    expect(text).toBe('記者：余承東怎麼看？\n余承東：後來發展。');
  });
});
