"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Select } from "#components/ui/select.tsx";
import { MAIN_FLOW_ID } from "#flows/kernel/registry.ts";
import type { Assertion } from "#flows/testing/flow-test.ts";
import { testEditorMessages } from "./editor-messages.ts";
import { useNodeNames } from "./use-node-names.ts";

type Place = Extract<Assertion, { type: "node-visited" | "port-taken" }>;

type NodeFieldsProps = {
  readonly assertion: Place;
  readonly isWrong: boolean;
  onChange(assertion: Place): void;
};

/** A node by its name, and its port by its name; what the flow no longer has stays visible by its id. */
export function NodeFields({ assertion, isWrong, onChange }: NodeFieldsProps) {
  const t = useTexts(testEditorMessages);
  const { nodes } = useNodeNames();
  const key = `${assertion.flowId}/${assertion.nodeId}`;
  const node = nodes.find(({ flowId, nodeId }) => `${flowId}/${nodeId}` === key);
  const options = nodes.map(({ flowId, nodeId, name, flowName }) => ({
    value: `${flowId}/${nodeId}`,
    label: flowName === null ? name : `${flowName} · ${name}`,
  }));
  const isGone = node === undefined && assertion.nodeId !== "";
  return (
    <div className="flex flex-col gap-1.5">
      <Select
        label={t.node}
        value={assertion.nodeId === "" ? "" : key}
        options={isGone ? [{ value: key, label: assertion.nodeId }, ...options] : options}
        className={isWrong && assertion.nodeId === "" ? "border-danger" : ""}
        onChange={(value) => {
          const [flowId = MAIN_FLOW_ID, nodeId = ""] = value.split("/");
          onChange(
            assertion.type === "port-taken"
              ? { type: "port-taken", flowId, nodeId, port: "" }
              : { type: "node-visited", flowId, nodeId },
          );
        }}
      />
      {assertion.type === "port-taken" && (
        <Select
          label={t.port}
          value={assertion.port}
          options={toPortOptions(node?.ports ?? [], assertion.port)}
          isDisabled={assertion.nodeId === ""}
          className={isWrong && assertion.port === "" ? "border-danger" : ""}
          onChange={(port) => onChange({ ...assertion, port })}
        />
      )}
    </div>
  );
}

function toPortOptions(ports: readonly { readonly id: string; readonly name: string }[], port: string) {
  const options = ports.map(({ id, name }) => ({ value: id, label: name }));
  const isKnown = port === "" || ports.some(({ id }) => id === port);
  return isKnown ? options : [{ value: port, label: port }, ...options];
}
