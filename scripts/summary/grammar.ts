// What a clause may not begin or end with when it is shown alone: the words that lean on others. All of it is matched
// in simplified characters, whatever the text is written in.

import { bare } from './clauses.ts';

/** How many characters of a span open it without being part of what it says: 但是我覺得…. A denial is never one. */
export function frameLength(span: string): number {
  const length = CONNECTIVE.exec(span)?.[0].length ?? OPINION.exec(span)?.[0].length ?? 0;
  return length === 0 ? 0 : length + frameLength(span.slice(length));
}

/** The same for a clause inside a span, where what hangs it on the one before has to stay. */
export function innerFrameLength(clause: string): number {
  return OPINION.exec(clause)?.[0].length ?? 0;
}

/**
 * Whether clauses `from` to `until` (exclusive) of a sentence mean alone what they mean in it: no question, no words
 * of others, no consequence without its condition, no topic without what is said of it, no claim without the clause
 * that takes it back.
 */
export function standsAlone(clauses: readonly string[], from: number, until: number): boolean {
  const span = clauses.slice(from, until).join('');
  const before = clauses.slice(0, from);
  const previous = before.at(-1) ?? '';
  if (LEANS_BACK.test(span.slice(frameLength(span))) || PRONOUN.test(clauses[from] ?? '')) return false;
  if (/[？?]/.test(clauses.at(-1) ?? '') || before.some((clause) => CONDITION.test(clause))) return false;
  if (REPORTS.test(previous) && frameLength(previous) < previous.length) return false;
  const next = clauses[until];
  if (next === undefined) return true;
  // At the end of its sentence a condition belongs to what stands before it: …，只要你肯停手。
  const isConditioned = until === clauses.length - 1 && CONDITION.test(next);
  return !isConditioned && isClosed(clauses.slice(from, until), next);
}

/** Whether the clauses leave nothing open that the `next` one closes. */
function isClosed(clauses: readonly string[], next: string): boolean {
  const last = clauses.at(-1) ?? '';
  const awaits = OPENS.test(last) && !FINISHES.test(last.replace(OPENS, ''));
  const saysNothing =
    ADVERBIAL.test(bare(last)) ||
    TOPIC.test(bare(last)) ||
    POSSESSED.test(bare(last)) ||
    PREDICATE.test(next);
  return !(
    awaits ||
    saysNothing ||
    leavesConditionOpen(clauses, next) ||
    REPORTS.test(last) ||
    DENIES.test(next)
  );
}

/** Whether a condition has no consequence yet, or one that the next clause carries on. */
function leavesConditionOpen(clauses: readonly string[], next: string): boolean {
  if (!CONDITION.test(clauses[0] ?? '')) return false;
  const hasConsequence = clauses.slice(1).some((clause) => CONSEQUENCE.test(clause));
  return !hasConsequence || !COMMENT.test(next);
}

/** Whether the subject of clause `from` is in it, as far as its first words tell. */
export function hasSubject(clauses: readonly string[], from: number): boolean {
  return !(
    (from === 0 ? /^(?:[是有要能会]|后来是)/ : NO_SUBJECT).test(clauses[from] ?? '') ||
    TOPIC.test(bare(clauses[from - 1] ?? ''))
  );
}

/** How a speaker introduces an opinion of their own: taken off, since the rest is what they hold. */
const OPINION =
  /^(?:我们?(?:个人|自己)?(?:还是|一直|始终|反而)?(?:觉得|认为|相信|发现|赞同)|我(?:更|一直|特别|也)*(?=希望|期待|建议)|我(?:更|比较)?(?:喜欢|愿意|会)说[，,]|我(?:再|先|也|想|来)*(?:补充|说|提醒|强调|讲)(?:一[点下句个][^，]{0,2})[，,：:]|我的(?:看法|建议|意思|观点)是|(?:我(?:很|完全)?同意|一句话|有一点(?:要|需要)?说明)[，,]|我想(?=[，,])|在我看来|依我看|从[^不没无非未别，]{1,12}(?:的角度|来)(?:看|说|讲)[，,]|(?:老实说|说实话|坦白说|坦率地说|对我来说|我想说的是|我常说|原因很简单)[，,：:])[，,]?/;

/** How a sentence is hung on the one before: taken off, since the rest stands by itself. */
const CONNECTIVE =
  /^(?:(?:但是|但(?![凡愿])|因为|然而|可是|所以|因此|于是|而且|此外|当然|其实|总之|那么?(?=[，,])|关键是|也就是说|事实上|实际上|换句话说|总的来说)[，,—…：:]*|不过(?=我)|(?:不过|并且|另外|同时|首先|其次|再次|最后|第[一二三四五六])[，,—…：:]+)/;

/** Words at the start that point to something outside: pronouns, consequences, additions, second halves. */
const LEANS_BACK =
  /^(?:[它他她牠这那此其该之而则就才也又都却并且或及更再像吗呢吧的地得了说]|(?:不是|[不是对有没会能])[，,]|第?[一二三四五六]是|还有|这样|那样|不过(?!来|去|分|瘾)|但(?![凡愿])|可是|然而|所以|因此|还(?![远没])|以及|甚至|乃至|尤其|特别|同时|例如|比如|譬如|好比|包括|从而|进而|以便|以免|否则|只是|至于|等等|是因为|一段|一个是)/;

/** A third person whom only an earlier clause could name. */
const PRONOUN = /(?<!于|因为)[它她牠]|(?<!其|于|因为)他/;

/** A condition: what follows is true only under it. */
const CONDITION = /^.{0,4}?(?:如果|假如|要是|倘若|即使|即便|就算|哪怕|除非|只要|只有|假设|万一|与其)/;

const CONSEQUENCE = /^(?:那|就|便|则|[^，]{0,6}(?:就|便|会)(?!是))/;

/** What says something about all that went before: 這是我不願意看到的. */
const COMMENT = /^这(?:[是就也]|样的)/;

/** A clause whose object is the one that follows: 有人說，…; 我不覺得，…. */
const REPORTS =
  /(?:说|认为|觉得|以为|看来|指出|表示|问|想|希望|听|不是|不代表|不等于|不意味着|可能|否认)[，,：:]$/;

/** What takes back the clause before, or denies the other half of it: …，這是不對的; …，又不摔倒. */
const DENIES =
  /^(?:[这那我但可并其也又而且还却].{0,6}(?:不(?!愿|想|希望|喜欢)|[没错误难]|非(?!常)|未必)|不(?![过仅但])|没|无|非(?!常))/;

/** A clause that opens what a later one must finish. */
const OPENS =
  /^.{0,6}?(?:如果|假如|要是|倘若|即使|即便|就算|哪怕|虽然|尽管|由于|为了|只要|只有|除非|无论|不论(?!资)|不管|不但|不仅|不光|不只|之所以|与其|一方面|既|当(?![然时下年地代中作成初天日场前])|一边|随着)/;

/** What finishes it in the same clause: 國內不管是互聯網還是移動互聯網都經歷過競爭. */
const FINISHES = /[都也就才又更便则]|时.{3}/;

/** What has lost its subject when the clause before is left out. */
const NO_SUBJECT =
  /^(?:[在从由会能要可使让令把被将给是有没不未无去来做想应需很较再先只改至已]|后来|希望|里面|技术上|造成|导致|成为|分别|面临|非常|一起|一直)/;

/** A noun with its modifier, of which the next clause says something: 最終能勝出的企業，競爭力更強. */
const TOPIC =
  /^(?!.*(?:[是有做用打靠]|需要|成为|投入|看到|找到|来自|造成|取得|提升|进入|面临)).*的[\p{Script=Han}A-Za-z]{1,5}$/u;

/** Something said to be somebody's without saying what it is: 老人最想要的; 我們試用的設備. */
const POSSESSED =
  /^(?!.*[是有]).*的$|^(?:我们?|你们?|他们|大家|人们)\p{Script=Han}{1,3}的\p{Script=Han}{1,5}$/u;

/** A predicate whose subject is the clause before: iPhone從誕生到好用，有四年時間. */
const PREDICATE =
  /^(?:[有是指算]|也就是|就是|也是|等于|意味|属于|平均|大约|大概|至少|最多|差不多|第一[是，]|一是)/;

/** An adverbial that says where or when, and nothing yet. */
const ADVERBIAL =
  /^(?:(?:[在从对就]|对于|关于|按照|根据|作为).{0,14}|.{0,24}(?:时|时候|之后|之前|以后|以来|期间|[年月日天]|方面|情况下|看来|来说|来看|后)|.{0,8}[上中下里]|[^，]*从[^，]{1,10}到[^，]{1,6}|.{0,3})$/;
