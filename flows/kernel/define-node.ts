import type { z } from "zod";
import type { Bundle, FlowVariable } from "./flow.ts";
import type { Json } from "./json.ts";
import type { Locale, Text } from "./text.ts";

/** One hue and one icon a family, the same on canvas, palette and trace. */
export type NodeFamily =
  | "entry"
  | "understand"
  | "knowledge"
  | "ai"
  | "talk"
  | "logic"
  | "connect"
  | "people"
  | "comply";

/** `label` is the author's own name for a port (a branch, an option); without it the kind's messages name the port by its id. */
export type Port = { readonly id: string; readonly label?: Text };

/** How the inspector draws one field. `path` is a path into the config (`options[].label`); texts come from `messages.fields[path]`. */
export type FormField = {
  readonly path: string;
  readonly widget:
    | "text"
    | "textarea"
    | "rich-text"
    | "number"
    | "switch"
    | "select"
    | "checks"
    | "duration"
    | "expression"
    | "template"
    | "variable"
    | "variables"
    | "node"
    | "flow"
    | "faq-sets"
    | "bases"
    | "graph-name"
    | "graph-filters"
    | "list"
    | "conditions"
    | "intents"
    | "keywords"
    | "options"
    | "form-fields"
    | "variants"
    | "hours"
    | "blocks"
    | "tags"
    | "assignments"
    | "mapping"
    | "timezone";
  /** Values of a `select` (one) or of `checks` (any); their texts are `messages.values[value]`. */
  readonly values?: readonly string[];
  readonly required?: boolean;
  readonly advanced?: boolean;
  /** Shown only while another field has one of these values. */
  readonly when?: { readonly path: string; readonly is: readonly (string | boolean)[] };
};

/** Everything about a kind that people read. Both languages are level: `en satisfies typeof zh`. */
export type NodeTexts = {
  readonly title: string;
  readonly description: string;
  readonly ports: { readonly [portId: string]: string };
  readonly fields: { readonly [path: string]: string };
  readonly help?: { readonly [path: string]: string };
  readonly values?: { readonly [value: string]: string };
  /** Default sentences that customers read when the author wrote none. */
  readonly defaults?: { readonly [key: string]: string };
};

/** What else of the document a config points at, for checks, rename and where-used. Paths are paths into the config. */
export type Reference =
  | {
      readonly type: "variable";
      readonly name: string;
      readonly path: string;
      readonly access: "read" | "write";
      /** What is written there, where the kind knows it. */
      readonly holds?: VariableType;
      /** The id of an intent is written there: a text that is compared with the variable names one. */
      readonly holdsIntent?: true;
    }
  | {
      readonly type: "expression";
      readonly source: string;
      readonly path: string;
      /** What its value must be of use; anything when absent. */
      readonly expects?: readonly VariableType[];
      /** The variable that gets its value. */
      readonly into?: string;
    }
  | { readonly type: "template"; readonly source: Text; readonly path: string }
  | { readonly type: "pattern"; readonly source: string; readonly path: string }
  | { readonly type: "node"; readonly nodeId: string; readonly path: string }
  | { readonly type: "flow"; readonly flowId: string; readonly path: string }
  | { readonly type: "faq-set"; readonly faqSet: string; readonly path: string }
  /** A knowledge base of the workspace; its Q&A is asked, or what `asks` names of it. */
  | {
      readonly type: "base";
      readonly baseId: string;
      readonly path: string;
      readonly asks?: readonly ("documents" | "cases" | "facts")[];
    }
  /** A variable of another flow, such as an input of the flow that is called. */
  | {
      readonly type: "flow-variable";
      readonly flowId: string;
      readonly name: string;
      readonly path: string;
      readonly access: "read" | "write";
    }
  /** An intent that an understanding node of the bundle declares. */
  | { readonly type: "intent"; readonly intentId: string; readonly path: string };

export type VariableType = FlowVariable["type"];

/** Personal data that customers are asked for. `variable` is null when the answer is not kept. */
export type PersonalData = {
  readonly data: "phone" | "email" | "id-number" | "name";
  readonly variable: string | null;
  readonly path: string;
};

export type DeclaredIntent = { readonly id: string; readonly name: Text; readonly path: string };

/** `value` is what is written at `path`. */
export type Comparison = { readonly left: string; readonly value: Json; readonly path: string };

/** One thing that customers see, for the limits of the channels on which it is shown; none named means all. */
export type Utterance = {
  readonly path: string;
  readonly part: "text" | "image" | "file" | "card" | "choices";
  readonly text: Text | null;
  /** Buttons of a `choices`. */
  readonly count?: number;
  readonly channels?: readonly string[];
};

/** What a node may find when it asks about the world: the hour, and whether anybody is there. */
export type Circumstance = "open" | "closed" | "holiday" | "agents-offline";

export type NodeDefinition<Schema extends z.ZodType = z.ZodType> = {
  readonly version: number;
  readonly family: NodeFamily;
  /** Name of a lucide icon. */
  readonly icon: string;
  /** How a visit runs: within the turn, parked until the customer or a timer moves it, or as a job. A cycle must hold a node that waits. */
  readonly mode: "inline" | "waits" | "queued";
  readonly config: Schema;
  /** A config that a fresh node starts with; parses with `config`. */
  readonly defaults: () => z.input<Schema>;
  /** Method syntax: property syntax would make the registry contravariant and break it. */
  ports(config: z.output<Schema>): readonly Port[];
  /** Ports that may stay unwired without a problem (the flow's fallback catches them with a warning at most). */
  readonly optionalPorts?: readonly string[];
  /** Ports behind which a wire may lead back without a waiting node, because the kind itself counts the rounds. */
  readonly boundedPorts?: readonly string[];
  /** Ports that lead on in given circumstances, for a kind that asks about them: a preview plays closed hours without the night. */
  readonly circumstancePorts?: { readonly [Name in Circumstance]?: string };
  references?(config: z.output<Schema>): readonly Reference[];
  /** Asks whether data may be collected at all; what lies behind it may ask for data. */
  readonly asksConsent?: true;
  collects?(config: z.output<Schema>): readonly PersonalData[];
  says?(config: z.output<Schema>): readonly Utterance[];
  /** Exits that are only taken after something was said, where `says` does not tell. */
  answersAt?(config: z.output<Schema>): readonly string[];
  /** Looks at what the customer says: without anything to look at, does it wait for the next message? */
  needsWords?(config: z.output<Schema>): boolean;
  /** How long a visit keeps the customer waiting, where that is not the time of a job. */
  takesMs?(config: z.output<Schema>): number;
  /** Intents that the kind recognises. Their ids are ids of its ports. */
  intents?(config: z.output<Schema>): readonly DeclaredIntent[];
  /** Constants that are held against something: where each stands, and the expression on the other side. */
  compares?(config: z.output<Schema>): readonly Comparison[];
  /** Problems that the schema cannot see (two intents of one id, variants not 100 %). */
  check?(
    config: z.output<Schema>,
    bundle: Bundle,
  ): readonly {
    readonly code: string;
    readonly severity: "error" | "warning";
    readonly path: string;
    readonly text: { readonly [L in Locale]: string };
  }[];
  readonly form: readonly FormField[];
  readonly messages: { readonly [L in Locale]: NodeTexts };
  /** From version n to n+1, index 0 upgrades version 1. */
  readonly migrations?: readonly ((config: unknown) => unknown)[];
};

/** Ties ports, form and texts of a kind to its config schema. */
export function defineNode<Schema extends z.ZodType>(
  definition: NodeDefinition<Schema>,
): NodeDefinition<Schema> {
  return definition;
}
