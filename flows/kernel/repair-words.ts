/**
 * Words by which customers repair a talk, in both languages. All but those for a person must be the whole message: "取消" cancels,
 * "取消订单" is a wish of its own. Compared after `toPlainWords`, with polite words at both ends taken off.
 */
export const REPAIR_WORDS = {
  cancel: [
    "取消",
    "取消操作",
    "算了",
    "算了吧",
    "退出",
    "放弃",
    "终止",
    "停止",
    "不办了",
    "不弄了",
    "先不办了",
    "先不填了",
    "不继续了",
    "cancel",
    "never mind",
    "nevermind",
    "forget it",
    "quit",
    "exit",
    "abort",
    "stop",
  ],
  back: [
    "返回",
    "上一步",
    "返回上一步",
    "回到上一步",
    "退回上一步",
    "回退",
    "后退",
    "上一个问题",
    "回到上一个问题",
    "返回上一个问题",
    "back",
    "go back",
    "step back",
    "one step back",
    "previous",
    "previous step",
    "previous question",
  ],
  repeat: [
    "再说一遍",
    "再说一次",
    "再说一下",
    "再讲一遍",
    "再发一遍",
    "重复",
    "重复一遍",
    "重说一遍",
    "没听清",
    "没看清",
    "你刚才说什么",
    "刚才说什么",
    "repeat",
    "say again",
    "say that again",
    "come again",
    "pardon",
    "what did you say",
    "one more time",
    "once more",
  ],
  correct: [
    "改一下",
    "修改一下",
    "更正",
    "更正一下",
    "我要改",
    "我要修改",
    "填错了",
    "写错了",
    "输错了",
    "打错了",
    "说错了",
    "搞错了",
    "弄错了",
    "选错了",
    "刚才填错了",
    "刚才写错了",
    "刚才说错了",
    "前面填错了",
    "重填",
    "重新填",
    "重新填写",
    "重新输入",
    "change that",
    "change my answer",
    "change the answer",
    "i made a mistake",
    "made a mistake",
    "thats wrong",
    "that was wrong",
    "wrong answer",
    "fix that",
    "correct that",
    "edit that",
    "typo",
  ],
} as const;

/** Whole messages that ask for a person; as part of a sentence they may mean anything. */
export const HUMAN_MESSAGES: readonly string[] = [
  "人工",
  "真人",
  "活人",
  "客服",
  "找客服",
  "转客服",
  "联系客服",
  "人工客服",
  "人工服务",
  "human",
  "agent",
  "operator",
  "representative",
  "person",
  "customer service",
  "customer support",
  "live chat",
];

/** Asking for a person in the middle of a sentence. */
export const HUMAN_PHRASES: readonly RegExp[] = [
  /(转接?到?|接|找|叫|要|换|呼叫|连接?|联系)(一?个|位|一位|下|一下)?(人工|真人|活人)(?!智能|成本|湖|材|费)/,
  /(人工|真人)(客服|服务|坐席|座席)/,
  /(跟|和|与|同|找)(一?个|位|一位)?(真人|活人|人工|真的人)(客服)?(聊|说|谈|沟通|对话|讲|联系)/,
  /投诉(你们?的?)?人工/,
  /转(接|到)?(给)?(在线|线上)?客服/,
  /\b(talk|speak|chat)(ing)? (to|with) (a |an |the |some |your )?(real |live |actual )?(human|person|people|agent|representative|rep|operator|someone|somebody|staff|customer (service|support)|support|manager|supervisor)\b/,
  /\b(connect|transfer|put|hand|pass|forward|switch)( me)?( over)?( through)?( to| with) (a |an |the |some |your )?(real |live |actual )?(human|person|agent|representative|rep|operator|someone|somebody|staff|customer (service|support)|support|manager|supervisor)\b/,
  /\b(get|give|need|want|find)( me)? (a |an |the |some )?(real |live |actual |human )?(human|agent|representative|operator)\b/,
  /\b(real|live|actual|human) (person|agent|representative|operator)\b/,
  /\b(human|agent|representative|operator) please\b/,
];

/** Sentences that speak about people without asking for one: their hours, their price, or none of them. */
export const NOT_A_REQUEST: readonly RegExp[] = [
  /(费用|收费|服务费|手续费|价格|多少钱|免费|几点|什么时候|什么时间|时间|上班|下班|电话|号码|态度|智能|成本|怎么样|区别)/,
  /(是|算)(不是)?(真人|人工|活人)(吗|么|还是|$)/,
  /^(are|is|r) (you|u|this|it|there|that)\b/,
  /^(am|was) i\b/,
  /\b(hours?|price|cost|fee|charge|phone number|salary)\b/,
  /\b(human|real person) (resources?|hair|error|rights|size|body|being)\b/,
];

/** Stands right before the phrase when a customer does not want it. */
export const NEGATION =
  /(不想|不要|不用|不必|不需要|不需|无需|没想|没有想|别|先不|别给我|不愿意|不是要|dont want to|do not want to|dont want|do not want|dont|do not|no need to|not|without|rather not|didnt|never)( ?(再|给我|帮我|去|是))? ?$/;

/** "不对，是 13800138000" brings the right value along. */
export const CORRECTIONS: readonly RegExp[] = [
  /^(?:不对|错了|不是的?|填错了|写错了|说错了|输错了|打错了|搞错了|我?刚才(?:填|写|说|输)错了)[\s,，.。、;；:：!！]*(?:应该是|应该为|应为|改成|改为|换成|更正为|是)[\s:：]*(?<value>.+)$/su,
  /^(?:请|麻烦|帮我)?(?:更正为|更正成|改成|改为|应该是)[\s:：]*(?<value>.+)$/su,
  /^(?:no|sorry|wait|oops|actually)[\s,.!]+(?:wait[\s,.!]+|sorry[\s,.!]+)*(?:it'?s|it is|it should be|should be|i meant|i mean|make it|make that|change it to|change that to)\s+(?<value>.+)$/isu,
  /^(?:i meant|change (?:it|that) to|correction:?|it should be)\s+(?<value>.+)$/isu,
  /^actually[\s,:]+(?<value>.+)$/isu,
];

/** Polite words that say nothing about what is wanted. */
export const POLITE_START =
  /^(请问|请|麻烦你?您?|帮我|给我|我想要|我想|我要|我|能不能|可不可以|可以|那个|那|嗯|哦|好的|好|不好意思|please |can you |could you |can we |can i |could i |i want to |i would like to |id like to |let me |lets |ok |okay |sorry |hey |hi |um |no |wait )+/;
export const POLITE_END =
  /(吧|谢谢你?您?|了|啊|呀|呢|吗|好吗|可以吗|行吗|好不好|哦|嘛|哈| please| thanks| thank you| now| it| this| that)+$/;
