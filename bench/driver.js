// Runs one program. bench/compare puts this before every program and reads the lines it prints:
//
//   @ready            the program is loaded, its first iteration is next
//   @iter I MS        iteration I took MS milliseconds
//   @done NAME        every iteration gave the right value
//   @failed NAME WHY  one did not
//
// A program ends with benchmark(NAME, { run, check }): run() is one iteration, check(value) says whether its value, or
// what its promise is fulfilled with, is right. Of the engine it needs a way to print and a clock, nothing else.
const benchmark = (() => {
  const { iterations = 20, minIterations = 10, maxSeconds = 30 } = typeof BENCH_CONFIG === 'undefined' ? {} : BENCH_CONFIG;
  const say = typeof print === 'function' ? print : (line) => console.log(line);
  const now = typeof performance === 'undefined' ? () => Date.now() : () => performance.now();

  // Whoever reads the lines wants a processor too: they are printed together, at most twenty times a second.
  const PAUSE = 50;
  const FIRST = 10;

  return (name, { run, check }) => {
    const begin = now();
    let done = 0;
    let lines = [];
    let printed = begin;

    function flush() {
      if (lines.length > 0) {
        say(lines.join('\n'));
        lines = [];
      }
      printed = now();
    }

    function finish(started, value) {
      const took = now() - started;
      if (!check(value)) {
        throw new Error(`wrong result in iteration ${done}: ${String(value)}`);
      }
      lines.push(`@iter ${done} ${took}`);
      done += 1;
      if (done === FIRST || now() - printed > PAUSE) {
        flush();
      }
    }

    function fail(error) {
      flush();
      say(`@failed ${name} ${error && error.stack ? String(error.stack).replace(/\s+/g, ' ') : error}`);
    }

    function iterate() {
      while (done < iterations && (done < minIterations || now() - begin < maxSeconds * 1000)) {
        const started = now();
        const value = run();
        if (value instanceof Promise) {
          value.then((fulfilled) => finish(started, fulfilled)).then(start, fail);
          return;
        }
        finish(started, value);
      }
      flush();
      say(`@done ${name}`);
    }

    function start() {
      try {
        iterate();
      } catch (error) {
        fail(error);
      }
    }

    say('@ready');
    start();
  };
})();
