import { Check } from "lucide-react";
import { useState } from "react";
import type { Part } from "../../../flows/kernel/protocol.ts";
import { useChat } from "../chat-context.ts";
import type { ChoiceState } from "../talk/to-timeline.ts";

type Choices = Extract<Part, { readonly type: "choices" }>;

/** Answers as buttons: open until one is picked or the talk has moved on; the pick stays visible. */
export function ChoicesPart({ part, state }: { readonly part: Choices; readonly state: ChoiceState }) {
  const { t, talk } = useChat();
  const [marked, setMarked] = useState<readonly string[]>([]);
  const shown = state.isOpen ? marked : state.picked;

  const pick = (id: string) => {
    const option = part.options.find((candidate) => candidate.id === id);
    if (!option) return;
    if (!part.multiple) talk.send({ text: option.label, choice: option.id });
    else setMarked(marked.includes(id) ? marked.filter((other) => other !== id) : [...marked, id]);
  };
  const confirm = () => {
    const options = part.options.filter(({ id }) => marked.includes(id));
    talk.send({
      text: options.map(({ label }) => label).join(t.choicesJoin),
      choice: options.map(({ id }) => id).join(","),
    });
  };

  return (
    <fieldset className="min-w-0 max-w-full" disabled={!state.isOpen}>
      <legend className="sr-only">{t.choices}</legend>
      <div className="flex flex-wrap gap-2 py-0.5">
        {part.options.map(({ id, label }) => {
          const isPicked = shown.includes(id);
          return (
            <button
              key={id}
              type="button"
              aria-pressed={part.multiple || isPicked ? isPicked : undefined}
              onClick={() => pick(id)}
              className="inline-flex min-h-10 max-w-full items-center gap-1.5 rounded-lg border border-brand-line bg-surface px-3.5 py-1.5 text-left text-[15px] leading-5 font-medium text-brand-text transition-colors enabled:hover:border-brand enabled:hover:bg-brand-soft enabled:active:bg-brand-soft disabled:cursor-default disabled:border-line disabled:font-normal disabled:text-ink-3 aria-pressed:border-brand aria-pressed:bg-brand-soft aria-pressed:text-brand-text disabled:aria-pressed:border-brand-line disabled:aria-pressed:font-medium disabled:aria-pressed:text-brand-text"
            >
              {isPicked && <Check aria-hidden size={16} className="shrink-0" />}
              <span className="min-w-0 [overflow-wrap:anywhere]">{label}</span>
              {isPicked && !state.isOpen && <span className="sr-only">{t.choicesPicked}</span>}
            </button>
          );
        })}
      </div>
      {part.multiple && state.isOpen && (
        <button
          type="button"
          disabled={marked.length === 0}
          onClick={confirm}
          className="mt-2 h-10 rounded-md bg-brand px-4 font-medium text-brand-on transition-colors hover:bg-brand-hover disabled:pointer-events-none disabled:opacity-40"
        >
          {t.choicesConfirm}
        </button>
      )}
    </fieldset>
  );
}
