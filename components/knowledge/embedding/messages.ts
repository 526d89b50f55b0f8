import type { ProviderFailureCode } from "#server/knowledge/embedding/provider-failure.ts";

/** Where in a model's folder something is wrong, and what the runtime says of it. */
export type ModelPlace = {
  readonly [Fact in "folder" | "file" | "mb" | "mbMax" | "message"]: string;
};
type FailureTexts = { readonly [code in ProviderFailureCode]: string | ((place: ModelPlace) => string) };

const zh = {
  failures: {
    bad_url: "这不是一个网址",
    address_refused:
      "这个地址不在公网上，或端口不是 80/443。内网的服务，请让安装者把网段写进 EGRESS_ALLOW_CIDR。",
    unreachable: "连不上这个地址",
    timeout: "对方太久没有回应",
    key_refused: "密钥不对，或没有权限用这个模型",
    not_there: "地址或模型不存在，请检查地址是否以 /v1 之类结尾",
    refused: "对方拒绝了请求，多半是模型名称不对，或一次发送的条数太多",
    rate_limited: "请求太频繁或额度已用完",
    provider_down: "对方的服务出错了",
    bad_answer: "回答的格式不对，这个地址不是兼容 OpenAI 的向量接口",
    other_dimensions: "向量的长度和保存时不同，请重新保存设置",
    key_unreadable: "密钥无法解开，AUTH_SECRET 可能换过，请重新填写密钥",
    model_missing: ({ folder }: ModelPlace) => `找不到文件夹 ${folder}`,
    model_file_missing: ({ folder, file }: ModelPlace) => `${folder} 里缺少 ${file}`,
    model_file_bad: ({ folder, file }: ModelPlace) => `${folder} 里的 ${file} 读不了，或内容不对`,
    model_outside: ({ folder, file }: ModelPlace) =>
      `${[folder, file].filter(Boolean).join("/")} 是指向模型文件夹之外的链接，请放入文件本身`,
    model_too_large: ({ folder, file, mb, mbMax }: ModelPlace) =>
      `${folder} 里的 ${file} 有 ${mb} MB，最大 ${mbMax} MB。请换用量化过的小模型`,
    model_unfit: ({ folder, message }: ModelPlace) => `${folder} 里的模型用不了：${message}`,
    model_changed: "模型文件换过，正在按新文件重新建立向量",
    model_slow: "模型太久没有算完，机器可能正忙，或模型太大",
    model_no_room: ({ folder, mb, mbMax }: ModelPlace) =>
      `载入 ${folder} 约需 ${mb} MB 内存，目前空闲 ${mbMax} MB。请换小一些的模型或增加内存`,
    model_stopped: "计算向量的线程中断了，可能是内存不够，稍后自动重试",
  } satisfies FailureTexts,
  said: (status: string, message: string) => `对方的回答：${status} ${message}`,
  panel: {
    title: "语义检索",
    lead: "可选。用这台机器上的向量模型，或任何兼容 OpenAI 的向量服务，文档和问答除了按用词，也按意思来找。不启用也能正常使用。",
    place: "向量从哪里来",
    places: { local: "本机模型", endpoint: "外部服务" },
    folder: "模型",
    folderSize: (mb: string) => `${mb} MB`,
    noFolders: "这台机器上还没有模型",
    noFoldersHow:
      "请安装者下载一个 ONNX 格式的向量模型（例如 bge-small-zh-v1.5），把整个文件夹放进数据目录的 models 里，再点「重新查找」：",
    lookAgain: "重新查找",
    keptLocal:
      "模型在这台机器上运行，知识库的内容和客户的问题都不会离开这里。第一次用到时才载入，占用一个处理器核心和数百 MB 内存，闲置十分钟后释放。只有一般级别的内容建立向量。",
    sent: "知识库里一般级别的文档、案例和问题，以及客户提的问题（手机号等个人信息会先遮盖）会发给这个服务。重要和核心级别的内容不会发送。",
    baseUrl: "服务地址",
    baseUrlHint: "到 /embeddings 之前为止，例如 https://api.example.com/v1",
    model: "模型",
    modelHint: "例如 bge-m3、text-embedding-3-small",
    key: "密钥",
    keyHint: "加密保存，之后不再显示。服务不需要密钥就留空",
    keyKept: "已保存。留空就继续用",
    batch: "每次发送几条",
    batchHint: "1 到 64。服务有限制时改小",
    try: "测试连接",
    tryLocal: "测试模型",
    save: "保存并启用",
    remove: "停用",
    works: (dimensions: string, ms: string) => `连接正常，向量长度 ${dimensions}，用时 ${ms} 毫秒`,
    worksLocal: (dimensions: string, ms: string) =>
      `模型可用，向量长度 ${dimensions}，用时 ${ms} 毫秒（第一次包括载入）`,
    fails: "没有成功",
    saved: "已启用，各知识库正在后台建立向量",
    active: (model: string, dimensions: string) => `正在使用 ${model}（长度 ${dimensions}）`,
    brokenLocal: (model: string) => `本机模型 ${model} 现在用不了，只按用词查找`,
    activeLocal: (model: string, dimensions: string) => `正在使用本机模型 ${model}（长度 ${dimensions}）`,
    setBy: (name: string, when: string) => `${name} 于 ${when} 设置`,
    removeTitle: "停用语义检索？",
    removeBody: "马上改回只按用词查找，已建立的向量会在后台删除。以后再启用需要重新建立。",
    removed: "已停用",
  },
  strip: {
    title: "语义检索",
    states: {
      queued: "等待建立向量",
      running: "正在建立向量",
      ready: "向量已是最新",
      failed: "建立向量失败",
      cancelled: "已停止建立向量",
    },
    progress: (done: string, total: string) => `${done} / ${total}`,
    nextAt: (when: string) => `${when} 重试`,
    words: "在此期间按用词查找，不受影响。",
    retry: "重试",
    go: "继续",
    cancel: "停止",
  },
};

const en = {
  failures: {
    bad_url: "This is no web address",
    address_refused:
      "This address is not on the public internet, or its port is not 80 or 443. For a service inside, let whoever runs this installation name its range in EGRESS_ALLOW_CIDR.",
    unreachable: "Nothing answers at this address",
    timeout: "The service took too long",
    key_refused: "The key is wrong, or may not use this model",
    not_there: "Address or model does not exist. Does the address end as it should, in /v1 or the like?",
    refused: "The service refused: most likely the model's name is wrong, or it takes fewer texts at once",
    rate_limited: "Too many requests, or the quota is used up",
    provider_down: "The service itself has a problem",
    bad_answer: "The answer is not what it should be: this is no OpenAI-compatible embeddings endpoint",
    other_dimensions: "Its vectors have another length than when it was saved. Save the settings again",
    key_unreadable: "The key cannot be opened: AUTH_SECRET may have changed. Type the key again",
    model_missing: ({ folder }: ModelPlace) => `There is no folder ${folder}`,
    model_file_missing: ({ folder, file }: ModelPlace) => `${file} is missing in ${folder}`,
    model_file_bad: ({ folder, file }: ModelPlace) =>
      `${file} in ${folder} cannot be read, or holds something else`,
    model_outside: ({ folder, file }: ModelPlace) =>
      `${[folder, file].filter(Boolean).join("/")} is a link that leads out of the folder of models. Put the file itself there`,
    model_too_large: ({ folder, file, mb, mbMax }: ModelPlace) =>
      `${file} in ${folder} has ${mb} MB, of ${mbMax} MB at most. Take a smaller or quantized model`,
    model_unfit: ({ folder, message }: ModelPlace) => `The model in ${folder} cannot be used: ${message}`,
    model_changed: "The files of the model have changed. Vectors are being made anew",
    model_slow: "The model took too long: this machine may be busy, or the model too large for it",
    model_no_room: ({ folder, mb, mbMax }: ModelPlace) =>
      `Loading ${folder} takes about ${mb} MB of memory, and ${mbMax} MB are free. Take a smaller model, or add memory`,
    model_stopped: "The thread that computes vectors ended, perhaps for want of memory. It is tried again",
  },
  said: (status: string, message: string) => `It said: ${status} ${message}`,
  panel: {
    title: "Semantic search",
    lead: "Optional. With an embedding model on this machine, or any OpenAI-compatible embeddings service, documents and entries are found by what they mean as well as by their words. Without one everything works.",
    place: "Where vectors come from",
    places: { local: "This machine", endpoint: "A service" },
    folder: "Model",
    folderSize: (mb: string) => `${mb} MB`,
    noFolders: "There is no model on this machine yet",
    noFoldersHow:
      "Let whoever runs this installation download an embedding model in ONNX form (such as bge-small-zh-v1.5) and put its whole folder into models in the data folder. Then look again:",
    lookAgain: "Look again",
    keptLocal:
      "The model runs on this machine: neither what the bases hold nor what customers ask leaves it. It is loaded when it is first needed, takes one core and some hundreds of MB, and is let go after ten idle minutes. Data of class general alone gets vectors.",
    sent: "Documents, cases and questions of class general, and what customers ask (phone numbers and the like are masked first), are sent to this service. Important and core data never is.",
    baseUrl: "Address",
    baseUrlHint: "Up to and without /embeddings, such as https://api.example.com/v1",
    model: "Model",
    modelHint: "Such as bge-m3 or text-embedding-3-small",
    key: "Key",
    keyHint: "Kept encrypted and never shown again. Leave it empty where none is needed",
    keyKept: "Kept. Leave it empty to go on with it",
    batch: "Texts at once",
    batchHint: "1 to 64. Lower it where the service has a limit",
    try: "Test connection",
    tryLocal: "Test the model",
    save: "Save and turn on",
    remove: "Turn off",
    works: (dimensions: string, ms: string) => `It works: vectors of ${dimensions} numbers, in ${ms} ms`,
    worksLocal: (dimensions: string, ms: string) =>
      `The model works: vectors of ${dimensions} numbers, in ${ms} ms (with loading, the first time)`,
    fails: "That did not work",
    saved: "Turned on. Vectors are made in the background",
    active: (model: string, dimensions: string) => `${model} is in use (${dimensions} numbers)`,
    brokenLocal: (model: string) => `${model} cannot be used now, and search goes by words alone`,
    activeLocal: (model: string, dimensions: string) =>
      `${model} on this machine is in use (${dimensions} numbers)`,
    setBy: (name: string, when: string) => `set by ${name}, ${when}`,
    removeTitle: "Turn semantic search off?",
    removeBody:
      "Search goes by words alone at once, and the vectors are deleted in the background. To turn it on again they have to be made anew.",
    removed: "Turned off",
  },
  strip: {
    title: "Semantic search",
    states: {
      queued: "Waiting for vectors",
      running: "Making vectors",
      ready: "Vectors are up to date",
      failed: "Vectors were not made",
      cancelled: "Making vectors was stopped",
    },
    progress: (done: string, total: string) => `${done} of ${total}`,
    nextAt: (when: string) => `next try at ${when}`,
    words: "Meanwhile search goes by words, as ever.",
    retry: "Try again",
    go: "Go on",
    cancel: "Stop",
  },
} satisfies typeof zh;

export const embeddingMessages = { "zh-CN": zh, en };
