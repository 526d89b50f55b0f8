const zh = {
  close: "关闭",
  cancel: "取消",
  previousPage: "上一页",
  nextPage: "下一页",
  page: (page: number, pages: number) => `第 ${page} / ${pages} 页`,
  copy: "复制",
  copied: "已复制",
  copyFailed: "复制失败，请手动选择复制",
  retry: "重试",
  loading: "加载中",
  loadFailed: "没有加载出来",
  showPassword: "显示密码",
  hidePassword: "隐藏密码",
  notifications: "通知",
  optional: "选填",
};

const en = {
  close: "Close",
  cancel: "Cancel",
  previousPage: "Previous page",
  nextPage: "Next page",
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  copy: "Copy",
  copied: "Copied",
  copyFailed: "Copying failed. Select and copy it by hand",
  retry: "Try again",
  loading: "Loading",
  loadFailed: "This did not load",
  showPassword: "Show password",
  hidePassword: "Hide password",
  notifications: "Notifications",
  optional: "optional",
} satisfies typeof zh;

export const uiMessages = { "zh-CN": zh, en };
