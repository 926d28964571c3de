// Building strings: by appending characters, by appending numbers, by join, by repeat and padding.

const SIZE = 10_000;

benchmark('string-build', {
  run() {
    let text = '';
    for (let i = 0; i < SIZE; i++) {
      text += 'abcdefghij'[i % 10];
    }
    let numbers = '';
    for (let i = 0; i < SIZE / 4; i++) {
      numbers += i + ',';
    }
    const lines = [];
    for (let i = 0; i < SIZE / 4; i++) {
      lines.push('line '.concat(String(i).padStart(6, '0')));
    }
    return text.charCodeAt(SIZE - 1) + numbers.length + lines.join('\n').length + 'ab'.repeat(SIZE).length;
  },
  check: (length) => length === 106 + 11_390 + 2500 * 12 - 1 + 20_000,
});
