import { GalleryPage } from "#components/gallery/gallery-page.tsx";

export default function Page() {
  return <GalleryPage />;
}
