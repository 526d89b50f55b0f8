import { expect, test } from "vitest";
import { toDeviceName } from "./to-device-name.ts";

test.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
    "Edge",
    "Windows",
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15",
    "Safari",
    "macOS",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit MicroMessenger/8.0.50",
    "WeChat",
    "iPhone",
  ],
  [
    "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36",
    "Chrome",
    "Android",
  ],
])("%s is %s on %s", (userAgent, browser, system) => {
  expect(toDeviceName(userAgent)).toEqual({ browser, system });
});

test.each([null, "", "curl/8.0", "<script>alert(1)</script>"])("%s is no known device", (userAgent) => {
  expect(toDeviceName(userAgent)).toBeNull();
});
