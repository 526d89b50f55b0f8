import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";

const TOKEN_BYTES = 32;

/** 256 random bits, safe in URLs. Only `hashToken` of it is stored. */
export const createToken = (): string => randomBytes(TOKEN_BYTES).toString("base64url");

export const hashToken = (token: string): Buffer => createHash("sha256").update(token).digest();

/** Exactly what `createToken` makes: null, "", lists and objects are refused before any row is read. */
export const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
