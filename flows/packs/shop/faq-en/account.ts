import type { FaqEntry } from "../faq-entry.ts";

export const account: readonly FaqEntry[] = [
  {
    id: "account-register",
    category: "account",
    question: "How do I create an account?",
    similar: [
      "sign up",
      "register",
      "can i buy without an account",
      "guest checkout",
      "can I log in with apple",
      "does a foreign phone number work for signing up",
      "says my email already exists when i register",
    ],
    answer:
      "Enter your phone number or email and the code we send, or log in with WeChat or Apple; phone numbers from abroad work too. You can also order as a guest, but only members collect points.",
  },
  {
    id: "password-forgot",
    category: "account",
    question: "I forgot my password",
    similar: [
      "reset password",
      "can't remember my login password",
      "change my password",
      "forgot pasword",
      "password recovery email",
      "how to set a new password",
    ],
    answer:
      "Tap “Forgot password” on the login page, enter the code we send to your phone or email and set a new one; you can also log in with just the code. If you're logged in, change it in Account > Security.",
  },
  {
    id: "account-phone-change",
    category: "account",
    question: "How do I change my phone number or email?",
    similar: [
      "got a new phone, update my number",
      "update my email",
      "i no longer have my old number",
      "change number linked to my account",
      "my sim was cancelled and i can't get codes",
      "switch to another email address",
    ],
    answer:
      "Go to Account > Security > Change phone, confirm the old number and enter the new one; email is changed there too. If the old one is gone, choose “I can't use the old number” and confirm your identity; we handle it within 1 working day.",
  },
  {
    id: "account-delete",
    category: "account",
    question: "How do I delete my account?",
    similar: [
      "close my account",
      "remove my account",
      "delete all my data",
      "i don't want an account any more",
      "what happens when I delete my profile",
      "how long until the account is deleted",
    ],
    answer:
      "Ask for it in Account > Security > Delete account. You have 15 days to change your mind by logging in; after that points, coupons and personal data are erased, and order records are kept for 3 years as the law requires, then deleted. Please finish open orders and refunds first.",
  },
  {
    id: "account-privacy",
    category: "account",
    question: "How do you use and protect my personal data?",
    similar: [
      "privacy policy",
      "do you sell my data",
      "what information do you collect",
      "want a copy of my data",
      "gdpr request",
      "who do you share my details with",
    ],
    answer:
      "We collect only what ordering, delivery and after-sales need and never sell it; couriers and payment companies get only their part. Write to privacy@woodandcotton.example to see, copy, correct or erase your data, and we answer within 15 working days. The full text is under Account > Privacy.",
  },
  {
    id: "account-hacked",
    category: "account",
    question: "I think my account was hacked",
    similar: [
      "someone logged into my account",
      "orders i didn't make",
      "strange device login",
      "my points were used by someone else",
      "account stolen",
      "login alert that wasn't me",
    ],
    answer:
      "Please change your password in Account > Security right away and tap “Log out everywhere”. Cancel any order that isn't yours and reply “human” with what happened; we freeze the account first, then check, and answer within 24 hours.",
  },
  {
    id: "code-not-received",
    category: "account",
    question: "I'm not getting the verification code",
    similar: [
      "no code arrived",
      "sms code not coming",
      "otp not received",
      "the code expired",
      "verification email missing",
      "tapped send code and nothing happens",
    ],
    answer:
      "Please check the number, signal and blocked messages; you can ask again after 60 seconds and a code is valid for 10 minutes. Try “voice code”, or the spam folder for email. There are at most 10 codes a day for one number; after that, try again tomorrow.",
  },
  {
    id: "account-login-fail",
    category: "account",
    question: "I can't log in",
    similar: [
      "login not working",
      "account locked",
      "login error",
      "says my account is abnormal",
      "keeps logging me out",
      "unable to sign in",
    ],
    answer:
      "After 5 wrong passwords the account is locked for 30 minutes and then opens by itself; logging in with a code works at once. If it says “unusual activity”, follow the steps on the page, or reply “human” if you're still stuck.",
  },
  {
    id: "marketing-unsubscribe",
    category: "account",
    question: "How do I unsubscribe from marketing messages?",
    similar: [
      "stop sending me emails",
      "unsubscribe",
      "too many texts",
      "no more ads please",
      "opt out of the newsletter",
      "turn off promotional messages",
    ],
    answer:
      "Reply R to a text, use the link at the bottom of any email, or switch it all off in Account > Settings > Messages; it takes effect within 24 hours. Messages about orders and refunds still reach you.",
  },
  {
    id: "address-book",
    category: "account",
    question: "How do I manage my saved addresses?",
    similar: [
      "add a new address",
      "set default address",
      "delete an old address from my profile",
      "how many addresses can I save",
      "edit my address book",
      "how do i enter a foreign address",
    ],
    answer:
      "In Account > Addresses you can add, edit, delete and set a default, up to 20. Please write addresses abroad in English with postcode and phone. Changes here don't affect orders already placed.",
  },
  {
    id: "app-crash",
    category: "app",
    question: "The app crashes or won't open",
    similar: [
      "app keeps crashing",
      "app won't load",
      "blank white screen",
      "app is frozen",
      "app so slow",
      "pictures don't load in the app",
    ],
    answer:
      "Please update to the latest version, then clear the cache (Account > Settings > Clear cache) or restart the phone. The app needs iOS 15 or Android 9. If that doesn't help, tell me your phone model and system version and I'll pass it to our engineers.",
  },
  {
    id: "app-download",
    category: "app",
    question: "Where can I download the app?",
    similar: [
      "do you have an app",
      "is there an android app",
      "what do i search in the app store",
      "is there a wechat mini program",
      "desktop version?",
      "get the app",
    ],
    answer:
      "Search for “Wood & Cotton” in your app store; there's also a WeChat mini program, and the website on a computer. Account, orders and points are the same everywhere.",
  },
  {
    id: "app-notification",
    category: "app",
    question: "I'm not getting notifications from the app",
    similar: [
      "no push notifications",
      "app doesn't tell me when my order ships",
      "how to turn on notifications",
      "no alert sound",
      "never got the back in stock alert",
      "notifications not working on android",
    ],
    answer:
      "Allow notifications for “Wood & Cotton” in your phone's settings, then switch on order and delivery alerts in Account > Settings > Messages. On Android, also allow it to run in the background. Text and email alerts are on the same page.",
  },
  {
    id: "cart-problem",
    category: "app",
    question: "I can't add to the cart or items vanished",
    similar: [
      "add to cart not working",
      "my cart is empty",
      "items disappeared from my basket",
      "cart is full",
      "checkout button is greyed out",
      "basket says unavailable",
    ],
    answer:
      "Items that are sold out or withdrawn move to “Unavailable” at the bottom of the cart, which holds 120 items; please clear some if it's full. If you added them without logging in, log in and look again. If it still fails, update the app and try once more.",
  },
];
