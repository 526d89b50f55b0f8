const zh = {
  title: "敏感词",
  description: "按词表拦截或打码，也能遮住手机号等个人信息。",
  ports: { pass: "通过", masked: "已打码", blocked: "已拦截" },
  fields: {
    block: "拦截的词",
    mask: "打码的词",
    patterns: "打码的正则表达式",
    except: "例外的词",
    personalData: "遮住个人信息",
    reply: "拦截时回复",
    variable: "把打码后的文字存到变量",
    text: "改看这段文字",
  },
  help: {
    block: "可以整列粘贴。全角、大小写、词中间夹符号（违*禁）都能认出来。",
    except: "例如打码「代购」但放过「不代购」。",
    personalData: "手机号、座机、身份证号、银行卡号、邮箱和车牌。",
    text: "不填就看客户刚说的话，也可以填模型写的回答。",
  },
};

const en = {
  title: "Word filter",
  description: "Blocks or hides listed words, and hides phone numbers and other personal data.",
  ports: { pass: "Clean", masked: "Hidden", blocked: "Blocked" },
  fields: {
    block: "Words that block",
    mask: "Words to hide",
    patterns: "Regular expressions to hide",
    except: "Exceptions",
    personalData: "Hide personal data",
    reply: "Reply when blocked",
    variable: "Store the cleaned text in",
    text: "Look at this text instead",
  },
  help: {
    block: "Paste a whole column. Width, case and signs inside a word (b*d) make no difference.",
    except: "Words that hold a listed one and are meant otherwise.",
    personalData: "Phone, identity card and bank card numbers, e-mail addresses and number plates.",
    text: "Empty means what the customer just said; it may also be an answer that a model wrote.",
  },
} satisfies typeof zh;

export const moderationMessages = { "zh-CN": zh, en };
