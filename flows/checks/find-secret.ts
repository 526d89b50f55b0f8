/** Shapes that nothing but a secret has. Each is linear: no part of it can match the same characters in two ways. */
const SHAPES: readonly RegExp[] = [
  // OpenAI and the many that copied its form, Anthropic included
  /\bsk-(?:[a-z]+-)?[A-Za-z0-9_-]{20,}/,
  // Alibaba Cloud, Tencent Cloud, AWS, Google
  /\bLTAI[A-Za-z0-9]{12,}/,
  /\bAKID[A-Za-z0-9]{28,}/,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\bAIza[A-Za-z0-9_-]{35}/,
  // GitHub, GitLab, Slack, Stripe
  /\bgh[pousr]_[A-Za-z0-9]{36,}/,
  /\bgithub_pat_[A-Za-z0-9_]{40,}/,
  /\bglpat-[A-Za-z0-9_-]{20,}/,
  /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/,
  /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}/,
  // A signed token, a key block, a header that carries one, a connection with its password
  /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b(?:Bearer|Basic) +[A-Za-z0-9+/_=-][A-Za-z0-9+/_=.~-]{19,}/,
  /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/]{1,100}:[^\s:@/{}]{3,100}@/,
  // A named value, as in a query or a settings file. "Password" alone is not here: a hotel may tell its guests the one of its Wi-Fi.
  /\b(?:api[_-]?key|app[_-]?secret|client[_-]?secret|secret[_-]?key|access[_-]?token|encoding[_-]?aes[_-]?key)["']?\s*[:=]\s*["']?[A-Za-z0-9+/_=-]{16,}/i,
];

/** Names of variables whose value nobody but a machine should know. */
const SECRET_NAME =
  /^(?:.*_)?(?:api_?key|secret|app_?secret|access_?token|auth_?token|token|password|passwd|pwd|private_?key|密钥|密码|口令|令牌)$/i;

const SHOWN_CHARS = 4;
/** Enough for any template or expression that is meant to be read at run time. */
const PLACEHOLDER = /\{\{.*\}\}/;

/** The first secret that stands in a text, or null. */
export function findSecret(text: string): string | null {
  for (const shape of SHAPES) {
    const found = shape.exec(text)?.[0];
    if (found !== undefined && !PLACEHOLDER.test(found)) return found;
  }
  return null;
}

/** A variable with a telling name and a value that somebody wrote down. */
export function isSecretVariable(name: string, value: unknown): boolean {
  return SECRET_NAME.test(name) && typeof value === "string" && value.trim().length >= 6;
}

/** Enough to find it by, too little to use it: problems are stored and shown. */
export function maskSecret(secret: string): string {
  return `${secret.slice(0, SHOWN_CHARS)}…`;
}
