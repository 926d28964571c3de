// What a terminal sends for a key, taken apart: xterm's, rxvt's, PuTTY's and Cygwin's escape sequences (ECMA-48 §5.4, xterm's
// "Control Sequences") become the names of keys.

const ESC = '\x1b';

// Names by the final part of a sequence, without its modifier. What has a modifier of its own in rxvt follows below.
const names = {
  '__proto__': null,
  '[200~': 'paste-start', '[201~': 'paste-end', '[Z': 'tab',
};
const shifted = new Set(['[Z']);
const controlled = new Set();

for (const [letter, name] of Object.entries({ A: 'up', B: 'down', C: 'right', D: 'left', E: 'clear', F: 'end', H: 'home' })) {
  names[`[${letter}`] = names[`O${letter}`] = name;
}
for (const [letter, name] of Object.entries({ a: 'up', b: 'down', c: 'right', d: 'left', e: 'clear' })) {
  names[`[${letter}`] = names[`O${letter}`] = name;
  shifted.add(`[${letter}`);
  controlled.add(`O${letter}`);
}
['P', 'Q', 'R', 'S'].forEach((letter, i) => {
  names[`[${letter}`] = names[`O${letter}`] = `f${i + 1}`;
});
['A', 'B', 'C', 'D', 'E'].forEach((letter, i) => {
  names[`[[${letter}`] = `f${i + 1}`;
});
[11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24].forEach((number, i) => {
  names[`[${number}~`] = `f${i + 1}`;
});
['home', 'insert', 'delete', 'end', 'pageup', 'pagedown', 'home', 'end'].forEach((name, i) => {
  const number = i + 1;
  names[`[${number}~`] = name;
  if (number === 1 || number === 4) return;
  names[`[${number}$`] = names[`[${number}^`] = name;
  shifted.add(`[${number}$`);
  controlled.add(`[${number}^`);
});
names['[[5~'] = 'pageup';
names['[[6~'] = 'pagedown';

const single = {
  '__proto__': null,
  '\r': 'return', '\n': 'enter', '\t': 'tab', '\b': 'backspace', '\x7f': 'backspace', [ESC]: 'escape', ' ': 'space',
};

const isDigit = (char) => char >= '0' && char <= '9';

/** `[number]{;modifier}` and a final character, as [code, modifier]. */
function splitControlSequence(text) {
  let match = /^(\d\d?)(?:;(\d))?([~^$])$/.exec(text);
  if (match !== null) return [match[1] + match[3], (match[2] ?? 1) - 1];
  match = /^(?:(?:\d;)?(\d))?([A-Za-z])$/.exec(text);
  if (match !== null) return [match[2], (match[1] ?? 1) - 1];
  return [text, 0];
}

function nameSequence(key, code, modifier) {
  key.ctrl = (modifier & 4) !== 0 || controlled.has(code);
  key.meta = (modifier & 10) !== 0;
  key.shift = (modifier & 1) !== 0 || shifted.has(code);
  key.code = code;
  key.name = names[code] ?? 'undefined';
}

function nameCharacter(key, char, escaped) {
  if (single[char] !== undefined) {
    key.name = single[char];
    key.meta = escaped;
  } else if (!escaped && char <= '\x1a') {
    key.name = String.fromCharCode(char.charCodeAt(0) + 96);
    key.ctrl = true;
  } else if (/^[0-9A-Za-z]$/.test(char)) {
    key.name = char.toLowerCase();
    key.shift = char >= 'A' && char <= 'Z';
    key.meta = escaped;
  } else if (escaped) {
    // Nothing came after the escape in time: then that was the key.
    key.name = char === '' ? 'escape' : undefined;
    key.meta = true;
  }
}

/** A coroutine that takes characters, an empty string when too long passed since an escape, and calls `report(string, key)`. */
function* decodeKeys(report) {
  for (;;) {
    let char = yield;
    let sequence = char;
    const escaped = char === ESC;
    if (escaped) {
      sequence += (char = yield);
      if (char === ESC) sequence += (char = yield);
    }
    const key = { sequence: null, name: undefined, ctrl: false, meta: false, shift: false };
    if (escaped && char === 'O') {
      let modifier = 0;
      sequence += (char = yield);
      if (isDigit(char)) {
        modifier = char - 1;
        sequence += (char = yield);
      }
      nameSequence(key, `O${char}`, modifier);
    } else if (escaped && char === '[') {
      let prefix = '[';
      sequence += (char = yield);
      if (char === '[') {
        prefix = '[[';
        sequence += (char = yield);
      }
      const start = sequence.length - 1;
      for (let i = 0; i < 3 && isDigit(char); i++) sequence += (char = yield);
      if (char === ';') {
        sequence += (char = yield);
        if (isDigit(char)) sequence += yield;
      }
      const [code, modifier] = splitControlSequence(sequence.slice(start));
      nameSequence(key, prefix + code, modifier);
    } else {
      nameCharacter(key, char, escaped);
    }
    key.sequence = sequence;
    if (sequence !== '' && (key.name !== undefined || escaped)) report(escaped ? undefined : sequence, key);
    else if (charLengthAt(sequence, 0) === sequence.length) report(sequence, key);
  }
}

const isWide = (text, index) => text.codePointAt(index) > 0xFFFF;

/** The UTF-16 units of the character at an index; 1 at the end, where completion may still move to. */
function charLengthAt(text, index) {
  return index < text.length && isWide(text, index) ? 2 : 1;
}

/** The units of the character before an index. */
function charLengthLeft(text, index) {
  if (index <= 0) return 0;
  return (index > 1 && isWide(text, index - 2)) || isWide(text, index - 1) ? 2 : 1;
}

module.exports = { ESC, charLengthAt, charLengthLeft, decodeKeys };
