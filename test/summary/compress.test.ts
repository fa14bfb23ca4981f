import { describe, expect, it } from 'vitest';
import { convertTo } from '../../scripts/chinese/script.ts';
import type { Exchange } from '../../scripts/model/interview.ts';
import { gistOf } from '../../scripts/summary/gist.ts';
import { spansOf } from '../../scripts/summary/spans.ts';

/** What the first sentence comes to when all of it is shown. */
function whole(sentence: string): string | undefined {
  return spansOf([sentence], 28).find(({ opensSentence, closesSentence }) => opensSentence && closesSentence)
    ?.text;
}

describe('what is left out of a sentence', () => {
  it.each([
    ['我更期待大模型能找到場景。', '期待大模型能找到場景'],
    ['從研究者的角度看，大模型遠沒有到頂。', '大模型遠沒有到頂'],
    ['從來沒有人這樣做的角度看，大模型到頂了。', '從來沒有人這樣做的角度看，大模型到頂了'],
    ['不過我想提醒一點，待遇要慢慢放寬。', '待遇要慢慢放寬'],
    ['大模型確實不等於人工智能。', '大模型不等於人工智能'],
    ['機器人並不替代護理員。', '機器人不替代護理員'],
    ['老師傅的頭銜名副其實又好聽。', '老師傅的頭銜名副其實又好聽'],
    ['用戶不其實在意價格。', '用戶不其實在意價格'],
    ['用戶在意“其實（真的）不貴”的東西。', '用戶在意“其實（真的）不貴”的東西'],
    ['成本會降下來，我覺得市場會擴大。', '成本會降下來，市場會擴大'],
    ['我們打磨to B（企業）的應用。', '我們打磨to B的應用'],
    ['大模型是當下非常重要的推動力。', '大模型是當下非常重要的推動力'],
  ])('%s', (sentence, text) => {
    expect(whole(sentence)).toBe(text);
    expect(whole(convertTo('zh-CN', sentence))).toBe(text && convertTo('zh-CN', text));
  });

  it.each([
    ['價格戰只是推動大模型普惠的一種方式，更重要的是大模型的效果。', /普惠的方式，/],
    ['焦慮感主要來自於能不能在人工智能技術領域取得國家急需的技術突破。', /能不能取得/],
    ['焦慮感主要來自於能不能在不受重視的技術領域取得國家急需的技術突破。', undefined],
    ['國內不管是互聯網還是移動互聯網都經歷過充分競爭，說明我們的市場化不錯。', /^國內經歷過/],
    ['做不好比數字大小的這一類題，不妨礙大模型的持續進化以及產業落地。', /進化$/],
    ['做不好比數字大小的這一類題，不妨礙大模型的持續進化以及不斷落地。', undefined],
    ['大模型確實不等於人工智能，但是大模型是當下人工智能的重要推動力。', /，但大模型/],
  ])('%s is shortened only where that loses nothing', (sentence, text) => {
    if (text) expect(whole(sentence)).toMatch(text);
    else expect(whole(sentence)).toBeUndefined();
  });
});

describe('a part of a sentence', () => {
  const textsOf = (sentence: string): readonly string[] => spansOf([sentence], 28).map(({ text }) => text);

  it.each([
    ['海是會還你的，只要你肯停手。', '海是會還你的'],
    ['如果對比的都是第一代，那目標會漸行漸遠，並且沒有人買。', '如果對比的都是第一代，那目標會漸行漸遠'],
    ['一株珊瑚從培育到固定，成本大概是一千兩百元。', '一株珊瑚從培育到固定'],
    ['老人最想要的，第一是有人陪著去醫院。', '老人最想要的'],
    ['當水溫高出一度，珊瑚會把藻趕出去。', '當水溫高出一度'],
    ['有，兩年前一家基金撤回了。', '有，兩年前一家基金撤回了'],
  ])('of %s is never %s', (sentence, part) => {
    expect(textsOf(sentence)).not.toContain(part);
  });

  it.each([
    [
      '如果對比的都是第一代，那目標會漸行漸遠，這是我不願意看到的。',
      '如果對比的都是第一代，那目標會漸行漸遠',
    ],
    ['海是會還你的，只要你肯停手。', '海是會還你的，只要你肯停手'],
    ['大模型的驚豔感來自於它解決了推理問題。', '大模型的驚豔感來自於它解決了推理問題'],
  ])('of %s may be %s', (sentence, part) => {
    expect(textsOf(sentence)).toContain(part);
  });
});

describe('a section in one line', () => {
  const exchange = (takeaway: string): Exchange => ({
    question: { text: '珊瑚怎麼了？' },
    takeaway: { text: takeaway },
    points: [],
    answer: [{ paragraphs: [{ text: '答' }] }],
  });
  const many = ['天氣很好', '珊瑚白化是餓了', '珊瑚白化更頻繁', '種珊瑚不是第一步', '海會還你'].map(exchange);

  it('is the takeaway that most others are about, where there are more than four', () => {
    expect(gistOf(many)?.text).toMatch(/珊瑚白化/);
    expect(gistOf(many.slice(0, 4))).toBeUndefined();
    expect(gistOf(many.map(({ takeaway: _, ...rest }) => rest))).toBeUndefined();
  });
});
