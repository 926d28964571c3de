// Arithmetic and its conversions: integers that overflow to doubles, divisions, bits, Math, parsing and printing.

const TURNS = 10_000;

benchmark('numbers', {
  run() {
    let integer = 1;
    let bits = 0;
    let floating = 0;
    for (let i = 1; i <= TURNS; i++) {
      integer = (integer * 16_807) % 2_147_483_647;
      bits = ((bits << 5) ^ (bits >>> 3) ^ Math.imul(integer, 31)) | 0;
      floating += Math.floor(integer / i) % 10 + Math.abs(Math.sin(0)) + Math.min(i, 3) + Math.trunc(1.5);
    }
    let text = 0;
    for (let i = 0; i < 500; i++) {
      text += parseInt(String(i), 10) + parseFloat((i / 8).toFixed(3)) + Number(`0x${i.toString(16)}`) + (i * 1.1).toString().length;
    }
    return `${integer} ${bits} ${floating} ${text}`;
  },
  check: (result) => result === '1043618065 56282236 84783 270874.75',
});
