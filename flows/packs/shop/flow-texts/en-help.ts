import type { zhHelp } from "./zh-help.ts";

/** What it says in English where people, invoices and advice come in. */
export const enHelp = {
  complaint: {
    tag: "Tag: complaint",
    tagName: "complaint",
    sorry: "Apologise",
    sorryText:
      "I'm very sorry about this. I'll write everything down for a colleague who takes care of it personally: you hear from us within 24 hours and have a result within 3 working days.",
    form: "Complaint form",
    confirmTitle: "Please check your complaint",
    story: "What happened",
    storyText: "Please tell me what happened and what you'd like us to do.",
    storyHint: "Please add some detail, so that we can act on it right away.",
    order: "Order number",
    orderText: "Which order is it about?",
    phone: "Phone",
    phoneText: "Which phone number should we call?",
    phoneHint: "That number looks incomplete. Please send it again.",
    number: "Make a reference",
    done: "Complaint filed",
    doneText:
      "It's filed, your reference is {{ ticket }}. A colleague contacts you within 24 hours. If you aren't satisfied with the result, write to complaints@woodandcotton.example.",
    stop: "Not filed",
    stopText: "OK, I haven't filed a complaint. I'm here whenever you'd like to talk about it.",
  },
  person: {
    hours: "Service hours?",
    open: "During hours",
    openText:
      "Our team is at work (9:00-21:00 Beijing time), but colleagues can't join this chat directly yet. Leave your question and phone number and we'll contact you today before 21:00; if it's urgent, call +1 (888) 555-0142.",
    closed: "After hours",
    closedText:
      "Our team works 9:00-21:00 Beijing time every day and is off now. Leave your question and phone number and we'll contact you in turn when we're back. I can look up orders and answer common questions at any time.",
    clear: "Clear the last message",
    form: "Message form",
    confirmTitle: "Please check your message",
    problem: "Question",
    problemText: "What do you need help with? Please include the order number if there is one.",
    problemHint: "A few more words would help my colleague to prepare.",
    name: "Name",
    nameText: "What's your name?",
    phone: "Phone",
    phoneText: "Which phone number can we call?",
    phoneHint: "That number looks incomplete. Please send it again, with the country code.",
    tag: "Tag: call back",
    tagName: "call back",
    done: "Message noted",
    doneText:
      "Thanks, I've noted it down. A colleague will call {{ phone }}. Feel free to ask me other things meanwhile.",
    stop: "No message",
    stopText: "OK, no message then. You can go on asking me.",
    wait: "Wait for more",
    idle: "End (noted)",
  },
  invoice: {
    type: "Kind of invoice",
    typeText: "Which kind of invoice do you need?",
    typeOptions: { personal: "Personal", company: "Company", special: "Special VAT (China)" },
    personal: "Personal",
    personalText:
      "Open My orders, tap “Request invoice”, choose “Personal” and enter your email. It arrives within 24 hours, and works for orders of the last 365 days.",
    company: "Company",
    companyText:
      "Open My orders, tap “Request invoice”, choose “Company” and enter company name, tax or VAT number and email. It arrives within 24 hours, and works for orders of the last 365 days.",
    special: "Special VAT invoice",
    specialText:
      "This is for companies in mainland China. Open My orders, tap “Request invoice”, choose “Special VAT invoice” and enter company name, tax number, address and phone, bank and account. It arrives within 3 working days and can't be changed into a normal invoice later, so please check the details.",
  },
  advice: {
    topic: "What kind of advice",
    topicText: "What would you like to know?",
    topicOptions: { size: "Which size am I?", gift: "Gift ideas", stock: "Is it in stock?" },
    height: "Ask for height",
    heightText: "How tall are you in cm? For example 168.",
    heightHint: "Please enter a number from 100 to 220, in cm.",
    weight: "Ask for weight",
    weightText: "And your weight in kg? For example 58.",
    weightHint: "Please enter a number from 20 to 150, in kg.",
    size: "Work out the size",
    result: "Suggested size",
    resultText:
      "For {{ height }} cm and {{ weight }} kg I suggest size {{ size }}. Take one size up for a looser fit, or one down for our “relaxed” styles. If it doesn't fit, you can exchange it within 7 days.",
    chart: "Size chart",
    chartText:
      "No problem. Every product page has a size chart: lay a piece that fits you flat, measure chest and length and compare. Between two sizes, take the larger.",
    gift: "Gift ideas",
    giftText: "Our three most popular gifts:",
    gifts: [
      { title: "Cashmere scarf", text: "Four colours, soft and light, lovely for parents and friends." },
      { title: "Rattan table lamp", text: "Warm, dimmable light, made for a new home." },
      {
        title: "Washed cotton bedding set",
        text: "A favourite for weddings. Tick “Gift wrapping” at checkout ($3); we write the card for free.",
      },
    ],
    stock: "Is it in stock?",
    stockText:
      "The product page shows live which colours and sizes are in stock. If yours isn't, tap “Notify me”: regular styles are usually back in 1-2 weeks and you hear from us at once.",
  },
} satisfies typeof zhHelp;
