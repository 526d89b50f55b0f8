import type { GraphFilter } from "../knowledge/graph-filter.ts";
import type { GraphStep } from "../knowledge/graph-step.ts";
import type { PassageFilter } from "../knowledge/passage-filter.ts";
import type { PassagePlace } from "../knowledge/passage-place.ts";
import type { SearchLayer } from "../knowledge/search-layer.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Locale } from "./text.ts";

/**
 * The words that kernel and host speak. Everything here is plain JSON: an event log replays, a session is stored as it is.
 *
 * Time and chance are not read by the kernel: every event brings `at` (epoch milliseconds) and `seed` (unsigned 32 bit).
 * Names of events, effects and ports are stored; they are never renamed, only deprecated.
 */

export type Attachment = {
  readonly fileId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
};

type Stamp = { readonly at: number; readonly seed: number };

export type ConversationStarted = Stamp & {
  readonly type: "conversation-started";
  readonly locale: Locale;
  readonly channel: string;
  /** Stable for one customer on one bot; the sticky key of experiments. */
  readonly contactId: string;
  /** Values that the embedding page passed; readable as `context.x`, never executed. */
  readonly context: JsonObject;
  /** Values of variables with scope `contact` from earlier conversations. */
  readonly contact: JsonObject;
};

export type MessageReceived = Stamp & {
  readonly type: "message-received";
  readonly messageId: string;
  readonly text: string;
  /** Id of the option that was clicked, when a button was. */
  readonly choice: string | null;
  readonly attachments: readonly Attachment[];
};

export type CallFailure = { readonly code: string; readonly message: string };

export type CallSucceeded = Stamp & {
  readonly type: "call-succeeded";
  readonly callId: string;
  readonly value: Json;
};
export type CallFailed = Stamp & {
  readonly type: "call-failed";
  readonly callId: string;
  readonly error: CallFailure;
};
export type TimerFired = Stamp & { readonly type: "timer-fired"; readonly timerId: string };

/** What can move a session. The host delivers one at a time and holds messages back while a queued call is awaited (I1 of `advance`). */
export type Event = ConversationStarted | MessageReceived | CallSucceeded | CallFailed | TimerFired;

export type ChoiceOption = { readonly id: string; readonly label: string };

/** What a message is made of. Texts are final: rendered once, never evaluated again. */
export type Part =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "image"; readonly url: string; readonly alt: string }
  | {
      readonly type: "file";
      readonly url: string;
      readonly name: string;
      readonly mediaType: string;
      readonly size: number;
    }
  | { readonly type: "choices"; readonly options: readonly ChoiceOption[]; readonly multiple: boolean }
  | {
      readonly type: "card";
      readonly title: string;
      readonly text: string;
      readonly fields: readonly { readonly label: string; readonly value: string }[];
      readonly imageUrl: string | null;
      readonly links: readonly { readonly label: string; readonly url: string }[];
    }
  | {
      readonly type: "citations";
      readonly items: readonly {
        readonly title: string;
        readonly url: string | null;
        readonly quote: string;
        /** Where it stands in a knowledge base, for readers who may open it. */
        readonly source?: PassageSource | CaseSource | EntitySource;
      }[];
    };

export type Origin = "flow" | "faq" | "model" | "person";

export type PassageSource = {
  readonly baseId: string;
  readonly documentId: string;
  readonly passageId: string;
  readonly place: PassagePlace;
};

/** A case of a knowledge base. */
export type CaseSource = { readonly baseId: string; readonly caseId: string };

/** A thing of the graph of a knowledge base, of which a person has said something. */
export type EntitySource = { readonly baseId: string; readonly entityId: string };

export type FaqAttachment = Extract<Part, { type: "image" | "file" }>;

/** A knowledge base at the moment at which it was asked. */
export type FaqBase = { readonly id: string; readonly name: string; readonly release: number };

/**
 * How a question found entries. phrasing: by an author's own words; keyword: by a bare word of several entries; vague: by nothing but
 * everyday words; likeness: by being like their phrasings, of which alone a score says how sure it is.
 */
export type FaqBasis = "phrasing" | "keyword" | "vague" | "likeness";

/** Answers of the calls that run in process, within the turn (budget 50 ms). */
export type InlineCalls = {
  "match-intent": {
    /** `nodeId` and `flowId` name the compiled model of this very node in this version. */
    input: { readonly flowId: string; readonly nodeId: string; readonly text: string };
    output: {
      readonly outcome: "sure" | "ambiguous" | "none";
      readonly candidates: readonly { readonly intentId: string; readonly score: number }[];
      readonly reasons: readonly string[];
    };
  };
  "match-faq": {
    /** `bases` are knowledge bases, as their live releases answer when the turn runs. */
    input: {
      readonly faqSets: readonly string[];
      readonly bases?: readonly string[] | undefined;
      readonly text: string;
    };
    output: {
      readonly outcome: "sure" | "suggest" | "none";
      readonly candidates: readonly {
        /** The set that it is of; the base's id where it is of a base. */
        readonly faqSet: string;
        readonly entryId: string;
        readonly question: string;
        readonly answer: string;
        readonly score: number;
        /** Which release of which base said so. */
        readonly base?: FaqBase;
        /** Shown under the answer. */
        readonly attachments?: readonly FaqAttachment[];
      }[];
      readonly reasons: readonly string[];
      /** What the candidates have in common with the question; absent in logs of older releases. */
      readonly basis?: FaqBasis;
    };
  };
  /** Looks through the documents of knowledge bases, as they are when the turn runs. */
  "search-passages": {
    input: {
      readonly bases: readonly string[];
      readonly text: string;
      /** Documents that have any of them; all when empty. */
      readonly tags: readonly string[];
      readonly limit: number;
      readonly skipSmallTalk: boolean;
      /** Documents alone when absent. */
      readonly layers?: readonly SearchLayer[] | undefined;
      /** Every document when absent. */
      readonly only?: PassageFilter | undefined;
    };
    output: {
      /** The text asks nothing, and nothing was looked for. */
      readonly isSmallTalk: boolean;
      /** Best first. `answer` are the sentences of `text` that say most of what was asked; `coverage` how much, 0 to 1. */
      readonly passages: readonly (PassageSource & {
        /** Where a case answers: it stands in the place of document and passage. */
        readonly caseId?: string;
        readonly title: string;
        readonly titlePath: readonly string[];
        readonly text: string;
        readonly answer: string;
        readonly score: number;
        readonly coverage: number;
        /** A part or order number of the question stands in it. */
        readonly matchesCode: boolean;
        /** Cosine of what was asked and what it says, where the workspace has a provider of vectors. */
        readonly likeness?: number;
      })[];
    };
  };
  /** Asks the accepted facts of knowledge bases, as they are when the turn runs. */
  "query-graph": {
    input: {
      readonly bases: readonly string[];
      /** `facts`: what is said of the things that `text` names. `entities`: the things that meet the filters. */
      readonly ask: "facts" | "entities";
      readonly text: string;
      readonly entityType?: string;
      /** One or two relations or attributes; without any, what the text names of a thing, or all. */
      readonly path: readonly GraphStep[];
      readonly filters: readonly GraphFilter[];
      readonly limit: number;
    };
    output: {
      readonly entities: readonly {
        readonly baseId: string;
        readonly entityId: string;
        readonly type: string;
        readonly name: string;
      }[];
      readonly facts: readonly {
        readonly factId: string;
        readonly entityId: string;
        /** The name of the thing. */
        readonly entity: string;
        readonly predicate: string;
        /** A value, or the name of the thing on the other side. */
        readonly value: string;
        /** It is the relation of the thing on the other side, and `entity` is what it names. */
        readonly isBackward?: boolean;
        /** Document and headings; "" for what a person said. */
        readonly title: string;
        readonly quote: string;
        readonly source: PassageSource | EntitySource;
      }[];
    };
  };
};

export type InlineRequest = {
  [Name in keyof InlineCalls]: {
    readonly mode: "inline";
    readonly name: Name;
    readonly input: InlineCalls[Name]["input"];
  };
}[keyof InlineCalls];

/** A call that runs as a job: the run parks, and its result comes back as another event. `name` is a task of the host's registry. */
export type QueuedRequest = { readonly mode: "queued"; readonly name: string; readonly input: Json };

export type CallRequest = InlineRequest | QueuedRequest;

/** One visit of a node, as the trace shows it. Inputs and outputs are short, and already masked by data class. */
export type Step = {
  readonly flowId: string;
  readonly nodeId: string;
  readonly kind: string;
  /** The port taken, or what the node waits for. */
  readonly port: string | null;
  readonly waits: "message" | "call" | "timer" | null;
  readonly input: Json;
  readonly output: Json;
  readonly error: CallFailure | null;
};

/** What the kernel wants done, in the order in which the customer must see it. The kernel does none of it. */
export type Effect =
  | {
      readonly type: "say";
      readonly nodeId: string;
      readonly parts: readonly Part[];
      readonly origin: Origin;
      readonly typingMs: number;
    }
  | {
      readonly type: "call";
      readonly callId: string;
      readonly nodeId: string;
      readonly request: CallRequest;
      readonly timeoutMs: number;
      readonly retry: { readonly max: number; readonly backoffMs: number };
    }
  | { readonly type: "set-timer"; readonly timerId: string; readonly fireAt: number }
  | { readonly type: "cancel-timer"; readonly timerId: string }
  | {
      readonly type: "update-contact";
      readonly addTags: readonly string[];
      readonly removeTags: readonly string[];
      readonly attributes: JsonObject;
    }
  | { readonly type: "record-metric"; readonly name: string; readonly facts: JsonObject }
  | { readonly type: "record-step"; readonly step: Step }
  | { readonly type: "end-conversation"; readonly resolution: string; readonly askRating: boolean };
