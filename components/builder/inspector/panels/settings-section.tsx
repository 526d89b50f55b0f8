import type { ReactNode } from "react";

type SettingsSectionProps = {
  readonly title: string;
  readonly lead?: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
};

export function SettingsSection({ title, lead, action, children }: SettingsSectionProps) {
  return (
    <section aria-label={title} className="flex flex-col gap-3">
      <header className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h3 className="text-base font-semibold text-ink">{title}</h3>
          {lead && <p className="text-xs text-ink-3">{lead}</p>}
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}
