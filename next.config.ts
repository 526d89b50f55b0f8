import type { NextConfig } from "next";

/** Headers that every page bears; the pages of the console add who may frame them. */
const EVERY_PAGE = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=()" },
];

const config: NextConfig = {
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // `npm run check` reads the types once for the whole project; a second time would only make the first start slow.
  typescript: { ignoreBuildErrors: true },
  // Compressing is the work of the proxy in front, and would hold back what is streamed.
  compress: false,
  headers: async () => [
    { source: "/:path*", headers: EVERY_PAGE },
    {
      source: "/((?!chat/).*)",
      headers: [
        { key: "X-Frame-Options", value: "DENY" },
        { key: "Content-Security-Policy", value: "frame-ancestors 'none'" },
      ],
    },
  ],
};

export default config;
