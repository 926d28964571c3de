// Every way to colour, nested, at every level.
import chalk, { Chalk, chalkStderr, supportsColor, modifierNames, foregroundColorNames } from 'chalk';

for (const level of [0, 1, 2, 3]) {
  const c = new Chalk({ level });
  console.log(level, JSON.stringify([c.red.bold('a', 'b'), c.bgHex('#ff8800')('x'), c.rgb(1, 2, 3).underline(`in ${c.green('green')} out`), c.ansi256(200)('z'), c.blue('two\nlines'), c.dim.inverse.strikethrough('s'), c.visible('v'), c.reset('r')]));
}
console.log(modifierNames.length, foregroundColorNames.join(), typeof supportsColor, chalk.level, chalkStderr.level);
try {
  new Chalk({ level: 10 });
} catch (e) {
  console.log(e.message);
}
