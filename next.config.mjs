/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // `npm run check` reads the types once for the whole project; a second time would only make the first start slow.
  typescript: { ignoreBuildErrors: true },
  // Compressing is the work of the proxy in front, and would hold back what is streamed.
  compress: false,
  // No page of ours asks for another size of a picture; open, it would unpack customers' uploads for anybody.
  images: { unoptimized: true },
};

export default config;
