type Both<Value> = { readonly "zh-CN": Value; readonly en: Value };

export type ShopIntent = {
  readonly id: string;
  readonly name: Both<string>;
  readonly description: Both<string>;
  readonly examples: Both<readonly string[]>;
  /** Sentences that look alike and belong elsewhere, mostly to an answer of the FAQ. */
  readonly negatives: Both<readonly string[]>;
};
