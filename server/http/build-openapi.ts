import { z } from "zod";
import { problemSchema } from "./schemas/answers.ts";
import { type Endpoint, endpoints } from "./schemas/endpoints.ts";

type Document = Readonly<Record<string, unknown>>;

/** The OpenAPI 3.1 document of the public API, made from the very schemas that check the calls. */
export function buildOpenApi(serverUrl: string): Document {
  const schemas: Record<string, unknown> = {};
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, endpoint] of Object.entries<Endpoint>(endpoints)) {
    const path = endpoint.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: toOperation(name, endpoint, schemas) };
  }
  const problem = refer(problemSchema, "output", schemas);
  return {
    openapi: "3.1.0",
    info: { title: "Jieda runtime API", version: "1" },
    servers: [{ url: serverUrl }],
    paths,
    components: {
      schemas,
      securitySchemes: { conversation: { type: "http", scheme: "bearer" } },
      responses: {
        Problem: {
          description: "RFC 9457 problem with a stable `code`; 429 and 503 come with Retry-After",
          content: { "application/problem+json": { schema: problem } },
        },
      },
    },
  };
}

function toOperation(name: string, endpoint: Endpoint, schemas: Record<string, unknown>): Document {
  const { answer } = endpoint;
  return {
    operationId: name,
    summary: endpoint.summary,
    ...(endpoint.access === "token" ? { security: [{ conversation: [] }] } : {}),
    parameters: [...toPathParameters(endpoint), ...toQueryParameters(endpoint), ...toHeaders(endpoint)],
    ...toRequestBody(endpoint, schemas),
    responses: {
      [answer.status]: {
        description: endpoint.summary,
        ...(answer.schema === null ? {} : { content: toAnswerContent(answer.schema, schemas) }),
      },
      default: { $ref: "#/components/responses/Problem" },
    },
  };
}

function toAnswerContent(
  schema: NonNullable<Endpoint["answer"]["schema"]>,
  schemas: Record<string, unknown>,
): Document {
  if (schema === "events") return { "text/event-stream": { schema: { type: "string" } } };
  if (schema === "openapi") return { "application/json": { schema: { type: "object" } } };
  return { "application/json": { schema: refer(schema, "output", schemas) } };
}

function toRequestBody({ body }: Endpoint, schemas: Record<string, unknown>): Document {
  if (body === null) return {};
  if (body === "file") {
    const schema = {
      type: "object",
      required: ["file"],
      additionalProperties: false,
      properties: { file: { type: "string", contentMediaType: "application/octet-stream" } },
    };
    return { requestBody: { required: true, content: { "multipart/form-data": { schema } } } };
  }
  const isRequired = !body.safeParse({}).success;
  return {
    requestBody: {
      required: isRequired,
      content: { "application/json": { schema: refer(body, "input", schemas) } },
    },
  };
}

function toPathParameters({ path }: Endpoint): readonly Document[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function toQueryParameters({ query }: Endpoint): readonly Document[] {
  const schema = z.toJSONSchema(query, { io: "input" });
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: "query",
    required: schema.required?.includes(name) ?? false,
    schema: property,
  }));
}

function toHeaders({ answer }: Endpoint): readonly Document[] {
  if (answer.schema !== "events") return [];
  return [{ name: "Last-Event-ID", in: "header", required: false, schema: { type: "integer", minimum: 0 } }];
}

/** Puts the schema, and every named schema in it, among the components and returns a reference. */
function refer(schema: z.ZodType, io: "input" | "output", schemas: Record<string, unknown>): Document {
  const { $defs, $schema: _dialect, ...own } = z.toJSONSchema(schema, { io });
  for (const [name, definition] of Object.entries($defs ?? {})) schemas[name] = toComponent(definition);
  return toComponent(own);
}

/** References made for a schema of its own (`#/$defs/Part`) become references into this document. */
function toComponent(definition: unknown): Document {
  return JSON.parse(JSON.stringify(definition).replaceAll('"#/$defs/', '"#/components/schemas/'));
}
