"use client";

import { useEffect, useState } from "react";
import { layOut } from "#components/builder/layout/run-layout.ts";
import { type GraphMap, type Places, readPlaces, toMapGraph } from "./to-map-graph.ts";

type Laid = { readonly map: GraphMap; readonly places: Places | null };

/** Where things stand, worked out beside the page; null until that is done. */
export function usePlaces(map: GraphMap | undefined): {
  readonly places: Places | null;
  readonly isFailed: boolean;
} {
  const [laid, setLaid] = useState<Laid | null>(null);
  useEffect(() => {
    if (map === undefined) return;
    let isWanted = true;
    layOut(toMapGraph(map)).then(
      (graph) => isWanted && setLaid({ map, places: readPlaces(map, graph) }),
      () => isWanted && setLaid({ map, places: null }),
    );
    return () => {
      isWanted = false;
    };
  }, [map]);
  if (map === undefined || laid?.map !== map) return { places: null, isFailed: false };
  return { places: laid.places, isFailed: laid.places === null };
}
