/** The shape of a chat before its language and colours are known; nothing moves when the words come. */
export function ChatSkeleton() {
  return (
    <div aria-busy className="flex h-full flex-col">
      <div className="flex h-15 shrink-0 items-center gap-3 border-b border-line px-4">
        <span className="chat-skeleton size-9 rounded-full" />
        <span className="flex flex-col gap-1.5">
          <span className="chat-skeleton h-3.5 w-28 rounded-xs" />
          <span className="chat-skeleton h-2.5 w-20 rounded-xs" />
        </span>
      </div>
      <div className="flex flex-1 flex-col gap-3 px-4 py-6">
        <span className="chat-skeleton ml-10 h-11 w-3/5 rounded-xl" />
        <span className="chat-skeleton ml-10 h-16 w-2/3 rounded-xl" />
      </div>
      <div className="px-4 pb-4">
        <span className="chat-skeleton block h-24 rounded-xl opacity-60" />
      </div>
    </div>
  );
}
