import { LRUCache } from "lru-cache";

/** A bucket of `max` tokens that fills again within `perSeconds`. */
export type RateRule = { readonly name: string; readonly max: number; readonly perSeconds: number };

export type RateLimiter = {
  /** Takes one token; 0 when there was one, else the whole seconds until there is. In one process the answer comes at once. */
  take(rule: RateRule, key: string): number | Promise<number>;
};

/** What the limiter asks of a Redis client (ioredis fits). */
export type RedisEval = {
  eval(script: string, numberOfKeys: number, ...args: readonly (string | number)[]): Promise<unknown>;
};

/** Keys remembered at most. Dropping the least recent only forgives it, so a flood of new keys cannot eat the memory. */
const KEYS_MAX = 50_000;

/** Limits within one process. */
export function createMemoryRateLimiter(now: () => number = Date.now): RateLimiter {
  // When each key's bucket is full again, in milliseconds: the whole state of a bucket is this one number.
  const fullAt = new LRUCache<string, number>({ max: KEYS_MAX });

  const take = (rule: RateRule, key: string): number => {
    const id = `${rule.name}:${key}`;
    const at = now();
    const perToken = (rule.perSeconds * 1000) / rule.max;
    // A clock that was set back must not shut anybody out for longer than one whole bucket.
    const full = Math.min(Math.max(fullAt.get(id) ?? at, at), at + rule.perSeconds * 1000);
    const wait = full - at - perToken * (rule.max - 1);
    if (wait > 0) return Math.ceil(wait / 1000);
    fullAt.set(id, full + perToken);
    return 0;
  };
  return { take };
}

/** The same bucket in Redis, with Redis's clock: one round trip, and the key goes when the bucket is full again. */
const TAKE_TOKEN = `
local max, per = tonumber(ARGV[1]), tonumber(ARGV[2]) * 1000
local clock = redis.call('TIME')
local at = clock[1] * 1000 + math.floor(clock[2] / 1000)
local token = per / max
local full = math.min(math.max(tonumber(redis.call('GET', KEYS[1])) or at, at), at + per)
local wait = full - at - token * (max - 1)
if wait > 0 then return math.ceil(wait / 1000) end
redis.call('SET', KEYS[1], tostring(full + token), 'PX', math.ceil(full + token - at))
return 0
`;

/** Limits across processes. While Redis is away each process limits for itself: customers are served, floods still bounded. */
export function createRedisRateLimiter(redis: RedisEval): RateLimiter {
  const local = createMemoryRateLimiter();
  return {
    take: async (rule, key) => {
      try {
        const id = `jieda:rate:${rule.name}:${key}`;
        return Number(await redis.eval(TAKE_TOKEN, 1, id, rule.max, rule.perSeconds));
      } catch {
        return local.take(rule, key);
      }
    },
  };
}
