import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { connect, type Sql } from "#server/db/connect.ts";

const MIGRATIONS = resolve(import.meta.dirname, "../../drizzle/migrations");

export type VectorDatabase = { readonly sql: Sql; drop(): Promise<void> };

/**
 * A database of our schema with pgvector, which the bundled PostgreSQL lacks: PostgreSQL 18 built for WebAssembly, in this process, behind a
 * socket on the loopback address. It has one connection only.
 */
export async function createVectorDatabase(): Promise<VectorDatabase> {
  const database = await PGlite.create({ extensions: { vector } });
  const files = readdirSync(MIGRATIONS).filter((name) => name.endsWith(".sql"));
  for (const name of files.sort()) await database.exec(readFileSync(join(MIGRATIONS, name), "utf8"));
  await database.exec("create extension vector");
  const server = new PGLiteSocketServer({ db: database, port: 0, host: "127.0.0.1" });
  await server.start();
  const sql = connect(`postgres://postgres@${server.getServerConn()}/postgres`, {
    ...{ max: 1, applicationName: "vectors" },
  });
  return {
    sql,
    drop: async () => {
      await sql.end();
      await server.stop();
      await database.close();
    },
  };
}
