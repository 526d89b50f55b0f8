const zh = {
  nodeTooOld: (found) => `需要 Node.js 20 或更高版本，当前是 ${found}。请先升级：https://nodejs.org`,
  alreadyRunning: ({ url, pid }) => `解答已在运行：${url}（进程 ${pid}）。要重新启动，请先停止它。`,
  alreadyStarting: ({ pid, doing }) => `另一个 npm start 正在启动（${doing}，进程 ${pid}），请等它完成。`,
  installing: "正在安装依赖",
  building: "正在构建页面",
  doingInstall: "安装依赖",
  doingBuild: "构建页面",
  doingCheck: "检查",
  seconds: (count) => `${count} 秒`,
  installFailed: "依赖安装失败。请检查能否访问 npm 镜像，然后重试。详情：",
  buildFailed: "页面构建失败。详情：",
  noRuntime: (system) =>
    `这个系统（${system}）没有随 npm 提供的 Node.js 24，请自行安装 Node.js 24 后重试：https://nodejs.org`,
  portTaken: (port) => `端口 ${port} 已被其他程序占用。`,
  portAsk: (port) => `改用端口 ${port} 吗？[Y/n] `,
  portHint: (port) => `端口 ${port} 可用，请运行：PORT=${port} npm start`,
  badPort: (value) => `--port 需要 1 到 65535 之间的数字，收到的是“${value}”。`,
  usage: "用法：npm start [-- --port 4000] [-- --host 0.0.0.0]",
};

/** @type {typeof zh} */
const en = {
  nodeTooOld: (found) =>
    `Node.js 20 or newer is needed, this is ${found}. Please update it: https://nodejs.org`,
  alreadyRunning: ({ url, pid }) =>
    `Jieda already runs at ${url} (process ${pid}). Stop it first to start it again.`,
  alreadyStarting: ({ pid, doing }) =>
    `Another npm start is under way (${doing}, process ${pid}). Please wait for it.`,
  installing: "Installing packages",
  building: "Building the pages",
  doingInstall: "installing packages",
  doingBuild: "building the pages",
  doingCheck: "checking",
  seconds: (count) => `${count} s`,
  installFailed:
    "Packages could not be installed. Check that the npm registry can be reached and try again. Details:",
  buildFailed: "The pages could not be built. Details:",
  noRuntime: (system) =>
    `npm has no Node.js 24 for this system (${system}). Install Node.js 24 and try again: https://nodejs.org`,
  portTaken: (port) => `Port ${port} is taken by another program.`,
  portAsk: (port) => `Use port ${port} instead? [Y/n] `,
  portHint: (port) => `Port ${port} is free. Run: PORT=${port} npm start`,
  badPort: (value) => `--port wants a number from 1 to 65535, not "${value}".`,
  usage: "Usage: npm start [-- --port 4000] [-- --host 0.0.0.0]",
};

/** The texts in the language of the terminal. */
export const messages = Intl.DateTimeFormat().resolvedOptions().locale.toLowerCase().startsWith("zh")
  ? zh
  : en;
