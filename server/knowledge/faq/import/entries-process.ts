import { toCleanText } from "../../documents/reading/block.ts";
import { closeNetwork } from "../../documents/reading/close-network.ts";
import { parseDocument } from "../../documents/reading/parse-document.ts";
import { ReadFailure } from "../../documents/reading/read-failure.ts";
import { receiveOrder, sendMessage } from "../../documents/reading/reader-port.ts";
import { findDuplicates, type KnownEntry } from "./find-duplicates.ts";
import type { EntriesMessage, EntriesOrder } from "./read-entries.ts";
import { fitMapping, readRows } from "./read-rows.ts";
import { toImportRow } from "./to-import-row.ts";

/** The limited process: makes rows of Q&A out of one file from its standard input and ends. Started by `read-entries.ts` only. */

const ROWS_A_MESSAGE = 50;

closeNetwork();
receiveOrder<EntriesOrder>(async (order, bytes) => {
  const post = (message: EntriesMessage) => sendMessage(message);
  const { blocks } = await parseDocument({
    ...{ bytes, name: order.name, mediaType: null },
    onProgress: () => {},
    toCell: toCleanText,
  });
  const table = readRows(blocks);
  if (table.rows.length > order.rowsMax)
    throw new ReadFailure("too_large", { rows: table.rows.length, rowsMax: order.rowsMax });
  const mapping = fitMapping(table, order.mapping);
  // as: the starter reads it from our own rows.
  const known = JSON.parse(order.knownText) as readonly KnownEntry[];
  const rows = findDuplicates(
    table.rows.map((row) => toImportRow(row, mapping)),
    known,
  );
  for (let from = 0; from < rows.length; from += ROWS_A_MESSAGE)
    await post({ type: "rows", rows: rows.slice(from, from + ROWS_A_MESSAGE) });
  await post({ type: "end", columns: table.columns, mapping });
});
