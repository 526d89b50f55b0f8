// Before the first paint: a reader who chose dark must not be blinded by a white flash. Keys as in components/i18n/preferences.ts.
try {
  const theme = localStorage.getItem("jieda.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  const locale = localStorage.getItem("jieda.locale");
  if (locale === "zh-CN" || locale === "en") document.documentElement.lang = locale;
} catch {}
