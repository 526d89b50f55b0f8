/** Base64, because a model is stored as JSON. */
export type PackedBytes = string;

export function packBytes(bytes: Uint8Array): PackedBytes {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}

/** On memory of its own, so that wider numbers can be read from its start. */
export function unpackBytes(packed: PackedBytes): Uint8Array {
  return new Uint8Array(Buffer.from(packed, "base64"));
}

export function packNumbers(numbers: Int32Array): PackedBytes {
  return packBytes(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
}

export function unpackNumbers(packed: PackedBytes): Int32Array {
  return new Int32Array(unpackBytes(packed).buffer);
}
