/** Text off a log as a picture shows it: each character to be seen, none that acts on what stands around it, bounded. */

/** More than this is cut in its middle: of a path both ends say the most. */
const LONGEST = 200;

/** Controls, and what turns the direction of writing or has no width. */
const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu;

/** The same with all of its length: for sentences, whose length is bounded where they are made. */
export const visible = (text: string): string => text.replace(UNSEEN, pictured);

/** Control characters as their pictures (␀ to ␟), others that cannot be seen by their numbers. */
export function shownText(text: string): string {
  const all = Array.from(text.slice(0, LONGEST * 2));
  if (text.length <= LONGEST * 2 && all.length <= LONGEST) return visible(text);
  const half = LONGEST / 2;
  return `${visible(all.slice(0, half).join(''))}…${visible(Array.from(text.slice(-LONGEST)).slice(-half).join(''))}`;
}

const pictured = (character: string): string => {
  const code = character.charCodeAt(0);
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : `\\u${code.toString(16).padStart(4, '0')}`;
};

/** Where only so many characters have room: the beginning. */
export const cut = (text: string, characters: number): string =>
  text.length <= characters ? text : `${text.slice(0, Math.max(1, characters - 1))}…`;
