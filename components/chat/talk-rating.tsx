import { Star } from "lucide-react";
import { useState } from "react";
import { useChat, useTalk } from "./chat-context.ts";

const STARS = [1, 2, 3, 4, 5] as const;
type Stars = (typeof STARS)[number];

const DETAIL_MAX_CHARS = 500;

/** One to five stars for the whole talk, and a few words for who wants to add them. */
export function TalkRating() {
  const { t, talk } = useChat();
  const isGiven = useTalk((state) => state.talkRating === "given");
  const [stars, setStars] = useState<Stars | null>(null);
  const [detail, setDetail] = useState("");
  const [hasFailed, setHasFailed] = useState(false);

  if (isGiven) {
    return (
      <p role="status" className="text-sm text-ink-2">
        {t.rateTalkThanks}
      </p>
    );
  }

  const submit = async () => setHasFailed(stars !== null && !(await talk.rateTalk(stars, detail.trim())));

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      className="mx-auto max-w-80"
    >
      <fieldset>
        <legend className="mx-auto font-medium">{t.rateTalk}</legend>
        <div className="mt-1 flex justify-center">
          {STARS.map((value) => (
            <label
              key={value}
              className="grid size-11 cursor-pointer place-items-center rounded-md text-ink-3 has-focus-visible:outline-2 has-focus-visible:outline-focus"
            >
              <input
                type="radio"
                name="stars"
                value={value}
                checked={stars === value}
                onChange={() => setStars(value)}
                aria-label={`${t.rateTalkStars(value)}: ${t.rateTalkWords[value]}`}
                className="sr-only"
              />
              <Star
                aria-hidden
                size={26}
                strokeWidth={1.5}
                className={stars !== null && value <= stars ? "fill-star text-star" : ""}
              />
            </label>
          ))}
        </div>
      </fieldset>
      {stars !== null && (
        <div className="chat-enter">
          <p className="text-sm text-ink-2">{t.rateTalkWords[stars]}</p>
          <textarea
            rows={2}
            value={detail}
            maxLength={DETAIL_MAX_CHARS}
            aria-label={t.rateTalkDetail}
            placeholder={t.rateTalkDetail}
            onChange={(event) => setDetail(event.target.value)}
            className="chat-input mt-2 block w-full resize-none rounded-md border border-line-strong bg-surface px-3 py-2 text-left outline-none focus:border-brand"
          />
          {hasFailed && (
            <p role="alert" className="mt-2 text-sm text-danger-text">
              {t.rateFailed}
            </p>
          )}
          <button
            type="submit"
            className="mt-2 h-10 w-full rounded-md border border-line-strong font-medium transition-colors hover:bg-hover"
          >
            {t.submit}
          </button>
        </div>
      )}
    </form>
  );
}
