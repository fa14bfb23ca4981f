// Answers of plausible prose: clauses with frames, denials, conditions, glosses, quotations and half sentences, in any
// order and in either script.

import fc from 'fast-check';
import { convertTo } from '../../scripts/chinese/script.ts';

const CLAUSES = [
  ...[
    '大模型遠沒有到頂',
    '我覺得這不是泡沫',
    '我認為智源需要更多的人才',
    '但它沒有解決所有的問題',
    '企業不願意投入研發',
  ],
  ...[
    '如果價格戰無法避免',
    '有人說',
    '我不認為',
    '大模型已經成熟',
    '比如數學',
    '所以我們會持續投入',
    '不過',
    '這是我的觀點',
  ],
  ...['想要建立to B（企業）的生態需要耐心', '最終能勝出的企業', '競爭力更強', '在美國', '又不會摔倒'],
  ...['“9.11和9.8哪個大，難倒了它”並不奇怪', 'AGI', '好', '他們都很年輕', '因為用戶非常敏感'],
  ...[
    '未來一兩年內會看到成熟的應用',
    '我更期待大模型能在B端找到場景',
    '從研究者的角度看',
    '我們發現，用戶其實不需要聊天',
  ],
  ...['這並不是非常好的辦法', '只要企業願意付費', '除非成本降下來', '不管是互聯網還是移動互聯網都經歷過競爭'],
  ...[
    '他說“我其實不在意（真的）”',
    '在人工智能領域取得國家急需的一些非常重要的技術突破',
    '面臨著（不小的）壓力',
    '並不妨礙進化以及不落地',
  ],
  ...[
    '老實說，那三年沒有一家公司賺錢',
    '為什麼不能慢一點',
    '機器人並沒有取代護理員以及家人',
    '就會有成熟的市場',
  ],
  ...['名副其實的老兵', '不是真正的智能', '價格戰只是推動普惠的一種方式', '“先活下來”是當時的原話'],
];

const clause = fc.constantFrom(...CLAUSES);
const mark = fc.constantFrom('，', '，', '，', '，', '。', '。', '；', '？', '：', '——');

const paragraph: fc.Arbitrary<string> = fc
  .array(fc.tuple(clause, mark), { minLength: 1, maxLength: 10 })
  .map((parts) => parts.flat().join(''));

/** The paragraphs of an answer. */
export const prose: fc.Arbitrary<string[]> = fc
  .array(paragraph, { minLength: 1, maxLength: 3 })
  .chain((paragraphs) =>
    fc
      .boolean()
      .map((isTraditional) =>
        isTraditional ? paragraphs : paragraphs.map((text) => convertTo('zh-CN', text)),
      ),
  );
