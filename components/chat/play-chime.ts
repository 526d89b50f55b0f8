let audio: AudioContext | null = null;

/** Two soft notes. Silent where the browser wants a click first; never an error. */
export function playChime(): void {
  try {
    audio ??= new AudioContext();
    if (audio.state === "suspended") void audio.resume();
    playNote(audio, 660, 0);
    playNote(audio, 880, 0.11);
  } catch {
    // No sound device, or sound is not allowed: the badge and the title still tell.
  }
}

function playNote(context: AudioContext, hertz: number, delaySeconds: number): void {
  const at = context.currentTime + delaySeconds;
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.type = "sine";
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.12, at + 0.015);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.35);
  tone.connect(volume).connect(context.destination);
  tone.start(at);
  tone.stop(at + 0.4);
}
