/** Why nothing came from an address. */
export type OutboundFailure =
  /** Not http(s), with a password in it, or no address at all. */
  | "bad_url"
  /** It leads, or was led by a redirect, to something that is not on the public internet. */
  | "address_refused"
  | "unreachable"
  | "too_many_redirects"
  | "too_large"
  | "timeout";

export class OutboundError extends Error {
  readonly failure: OutboundFailure;

  constructor(failure: OutboundFailure) {
    super(failure);
    this.name = "OutboundError";
    this.failure = failure;
  }
}
