"use client";

import { PageFailure } from "#components/console/page-failure.tsx";

export default function Failure({ error }: { readonly error: Error & { readonly digest?: string } }) {
  return <PageFailure error={error} />;
}
