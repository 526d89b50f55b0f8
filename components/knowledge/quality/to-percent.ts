/** 0.738 is 73.8 %; one digit, since no sample here tells more. */
export const toPercent = (share: number): string => `${(share * 100).toFixed(1)}%`;
