// Scanning strings: by char code, by index, indexOf, slices, split, comparisons, case.

const text = 'the quick brown fox, jumps over: the lazy dog. '.repeat(300);

benchmark('string-scan', {
  run() {
    let vowels = 0;
    let hash = 0;
    for (let i = 0; i < text.length; i++) {
      hash = (hash * 31 + text.charCodeAt(i)) | 0;
      switch (text[i]) {
        case 'a': case 'e': case 'i': case 'o': case 'u': vowels++; break;
        default:
      }
    }
    let found = 0;
    for (let at = text.indexOf('the'); at >= 0; at = text.indexOf('the', at + 1)) {
      found++;
    }
    const words = text.split(' ');
    let fox = 0;
    for (const word of words) {
      fox += word.startsWith('fox') && word.slice(0, 3).toUpperCase() === 'FOX' ? 1 : 0;
    }
    return `${vowels} ${hash} ${found} ${words.length} ${fox} ${text.replaceAll('o', '00').trim().length}`;
  },
  check: (found) => found === '3300 -681210816 600 2701 300 15299',
});
