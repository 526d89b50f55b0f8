import type { ReadFailureCode } from "#server/knowledge/documents/reading/read-failure.ts";

type Texts = { readonly [Code in ReadFailureCode]: string };

/** What whoever brought a document is told when it cannot be read: what is wrong, and what to do about it. `{name}` is a fact of the failure. */
const zh = {
  file_type: "不支持这种文件。请上传 PDF、DOCX、XLSX、Markdown、HTML、TXT 或 CSV",
  disguised: "文件内容和扩展名不符：名字说是 {named}，内容却是{found}。请换成正确的文件",
  empty: "文件里没有内容",
  encrypted: "文件设了密码，请先取消密码再上传",
  corrupt: "文件已损坏，打不开。请重新导出后再上传",
  old_office: "这是旧版 Office 文件（.doc 或 .xls）。请另存为 .docx 或 .xlsx 再上传",
  no_text: "里面只有图片，没有可读取的文字。请先做文字识别（OCR），或上传文字版",
  unknown_encoding: "认不出文字编码。请另存为 UTF-8 再上传",
  too_large: "文件太大，或展开后太大。请拆成几份再上传",
  too_many_pages: "共 {pages} 页，最多读取 {pagesMax} 页。请拆成几份再上传",
  too_many_columns: "有 {columns} 列，最多读取 {columnsMax} 列。请删掉用不到的列，或拆成几份再上传",
  dangerous_archive: "压缩内容异常，为安全起见没有打开。请用 Office 重新保存后再上传",
  too_complex: "文件太复杂，读取超出了时间或内存限制。请拆成几份或简化后再上传",
  reader_crashed: "读取时多次意外中断，已停止。请换一种格式再试",
  address_refused: "这个地址不在公网上，出于安全没有访问。内网系统请让管理员加入允许的网段",
  address_unreachable: "连接不上这个地址，请检查是否写对、网站是否正常",
  page_status: "网站回应了 {status}，没有给出内容。请检查地址，或确认不需要登录",
  page_redirects: "网站来回跳转，没有到达任何页面",
  page_timeout: "网站太久没有回应，请稍后重试",
} satisfies Texts;

const en = {
  file_type: "This kind of file cannot be read. Bring PDF, DOCX, XLSX, Markdown, HTML, TXT or CSV",
  disguised:
    "The content is not what the name says: it is called {named}, and is {found}. Bring the right file",
  empty: "There is nothing in this file",
  encrypted: "The file has a password. Remove it and try again",
  corrupt: "The file is broken and cannot be opened. Export it again and bring the new one",
  old_office: "This is a file of an old Office (.doc or .xls). Save it as .docx or .xlsx",
  no_text:
    "There are only pictures in it and no text. Run text recognition (OCR) first, or bring a version with text",
  unknown_encoding: "The encoding of the text is not known. Save it as UTF-8",
  too_large: "The file is too large, or would be once it is unpacked. Split it and bring the parts",
  too_many_pages: "It has {pages} pages, and at most {pagesMax} are read. Split it and bring the parts",
  too_many_columns:
    "It has {columns} columns, and at most {columnsMax} are read. Remove those that are not needed, or split the file",
  dangerous_archive:
    "What is packed in the file is not normal, so it was not opened. Save it again with Office",
  too_complex:
    "The file is too complex: reading it took more time or memory than is allowed. Split or simplify it",
  reader_crashed: "Reading it broke off several times, so it was given up. Try another format",
  address_refused:
    "This address is not on the public internet, so it was not visited. For systems of your own network, ask the administrator to allow their range",
  address_unreachable: "This address cannot be reached. Check that it is right and that the site works",
  page_status:
    "The site answered {status} and gave no content. Check the address, and that no sign-in is needed",
  page_redirects: "The site leads round in circles and to no page",
  page_timeout: "The site took too long to answer. Try again later",
} satisfies Texts;

const texts: { readonly "zh-CN": Texts; readonly en: Texts } = { "zh-CN": zh, en };

/** What a file may turn out to be, in words; anything else is told as another kind. */
const KINDS = [
  { type: /^text$/, "zh-CN": "纯文本", en: "plain text" },
  { type: /^application\/pdf$/, "zh-CN": "PDF", en: "a PDF" },
  { type: /wordprocessingml/, "zh-CN": "Word 文档", en: "a Word document" },
  { type: /spreadsheetml/, "zh-CN": "Excel 表格", en: "an Excel sheet" },
  { type: /^image\//, "zh-CN": "图片", en: "a picture" },
  { type: /^(audio|video)\//, "zh-CN": "音频或视频", en: "sound or video" },
  { type: /zip|rar|7z|tar|compressed/, "zh-CN": "压缩包", en: "an archive" },
  { type: /msdownload|executable|x-elf|mach-binary/, "zh-CN": "程序", en: "a program" },
  { type: /^/, "zh-CN": "另一种文件", en: "another kind of file" },
] as const;

const toKindText = (found: string, locale: "zh-CN" | "en"): string =>
  KINDS.find(({ type }) => type.test(found))?.[locale] ?? "";

/** Half of a Word or Excel file is a ZIP with nothing of Office in it, as is an archive that was given another name: nobody can tell which. */
const DAMAGED = {
  "zh-CN": "文件已损坏，或者是改了扩展名的压缩包。请用 Office 打开、重新保存后再上传",
  en: "The file is damaged, or is an archive under another name. Save it again with Office and bring the new one",
} as const;
const isDamagedOffice = ({ code, facts }: Failure): boolean =>
  code === "disguised" && /^(docx|xlsx)$/.test(String(facts?.named)) && facts?.found === "application/zip";

type Failure = { readonly code: string; readonly facts: { readonly [name: string]: unknown } | null };

/** A code of a newer server reads as a broken file, never as a code. */
export function toReadFailureText({ code, facts }: Failure, locale: "zh-CN" | "en"): string {
  if (isDamagedOffice({ code, facts })) return DAMAGED[locale];
  const known: { readonly [code: string]: string } = texts[locale];
  const text = (Object.hasOwn(known, code) ? known[code] : known.corrupt) ?? "";
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(facts?.[name] ?? "?");
    return name === "found" ? toKindText(value, locale) : value;
  });
}
