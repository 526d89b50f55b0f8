import { hash, randomBytes, randomUUIDv7 } from "node:crypto";
import type { Sql } from "postgres";
import type { JsonObject } from "../../flows/kernel/json.ts";
import { AppError } from "../app-error.ts";
import type { BotState } from "./bot-store.ts";
import type { StartInput, TurnAnswer } from "./contract.ts";
import type { ConversationState } from "./conversation-store.ts";
import { decideGray } from "./pick-version.ts";
import { type TurnDeps, takeTurn, toInboundBody, type UnstampedEvent } from "./take-turn.ts";

const TOKEN_BYTES = 32;

type StartDeps = TurnDeps & { readonly sql: Sql };

/** Opens a conversation on the live version, or on the gray one where that is this customer's, and runs it to its first wait. The token exists only in the answer; its hash is stored. */
export async function startConversation(
  deps: StartDeps,
  input: StartInput,
): Promise<TurnAnswer & { readonly conversationId: string; readonly token: string }> {
  const bot = await deps.bots.find(input.botId);
  if (!bot) throw new AppError("not_found");
  if (!bot.liveVersionId || bot.isPaused) throw new AppError("bot_unavailable");
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  const state: Omit<ConversationState, "contactId"> = {
    conversationId: randomUUIDv7(),
    workspaceId: bot.workspaceId,
    botId: bot.botId,
    versionId: bot.liveVersionId,
    channel: input.channel,
    locale: input.locale,
    tokenHash: hashToken(token),
    session: null,
    status: "waiting",
    owner: "bot",
    epoch: 0,
    turns: 0,
    seq: 0,
    pending: 0,
  };
  const { versionId, ...contact } = await insertConversation(deps.sql, state, {
    ...input,
    ...pickVersions(bot, input),
  });
  const event: UnstampedEvent = {
    type: "conversation-started",
    locale: input.locale,
    channel: input.channel,
    contactId: contact.id,
    context: input.context,
    contact: contact.attributes,
  };
  const { outcome, answer } = await takeTurn(deps, {
    state: { ...state, versionId, contactId: contact.id },
    event,
    lines: [],
    inbound: { client_id: "start", kind: "start", body: toInboundBody(event) },
    fresh: true,
    taken: [],
    consumedCall: null,
  });
  // Somebody was at it before it had begun: it can go nowhere, and the customer must not get a talk that never answers.
  if (outcome !== "written") throw new AppError("busy");
  return { conversationId: state.conversationId, token, ...answer };
}

export function hashToken(token: string): Buffer {
  return hash("sha256", token, "buffer");
}

type Choice = {
  readonly tagged: string | null;
  readonly tags: readonly string[];
  readonly versionId: string;
};

/** `tagged` is for contacts that bear one of `tags`, `versionId` for everybody else. */
function pickVersions({ gray, liveVersionId }: BotState, input: StartInput): Choice {
  const live = { tagged: null, tags: [], versionId: liveVersionId ?? "" };
  const decision = gray === null ? "no" : decideGray(gray, input);
  if (gray === null || decision === "no") return live;
  if (decision === "yes") return { ...live, versionId: gray.versionId };
  return { ...live, tagged: gray.versionId, tags: gray.audience.tags };
}

type OpenedContact = { readonly id: string; readonly attributes: JsonObject; readonly versionId: string };

/** A verified identity is one contact on every device; a browser is one contact until then. */
async function insertConversation(
  sql: Sql,
  state: Omit<ConversationState, "contactId">,
  input: StartInput & Choice,
): Promise<OpenedContact> {
  const [contact] = await sql<OpenedContact[]>`
    with known as (
      insert into contact (workspace_id, bot_id, key, is_verified, name)
      values (${state.workspaceId}, ${state.botId}, ${input.contactKey}, ${input.isVerified ? 1 : 0}, ${input.contactName})
      on conflict (bot_id, key) do update set name = coalesce(excluded.name, contact.name)
      returning id, attributes, tags
    ), opened as (
      insert into conversation (id, workspace_id, bot_id, version_id, contact_id, channel, locale, token_hash, status)
      select ${state.conversationId}, ${state.workspaceId}, ${state.botId}, 
        case when known.tags && ${[...input.tags]}::text[] then ${input.tagged}::uuid else ${input.versionId}::uuid end, known.id,
        ${state.channel}, ${state.locale}, ${state.tokenHash}, ${state.status} from known
      returning version_id
    )
    select id, attributes, version_id as "versionId" from known, opened`;
  if (!contact) throw new Error("the contact was not written");
  return contact;
}
