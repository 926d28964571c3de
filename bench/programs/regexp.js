// Regular expressions as programs use them: prose and a log of requests are counted, taken apart, checked and rewritten,
// with classes, groups, alternatives, lazy and greedy repetition, backreferences, look-around, flags g, i, m, u and y.

const PROSE = `
The station on the ridge was built in a dry summer, when nobody believed that the river below could rise. It has a mast
of twelve metres, two rain gauges, and a shed that smells of oil and of wet wool; "whoever keeps the keys," says the note
on its door, "keeps the log." Every ten minutes a small computer wakes, reads the wind (in metres per second), the
temperature and the humidity, and writes them down in case the the link to the valley fails again. In the first winter it
failed for nineteen days. Someone walked up with skis and a laptop, found the antenna buried, and found, too, that not a
single reading was missing: 2,736 lines, each with its date -- 2019-01-17 to 2019-02-04 -- and a checksum.
Since then the keepers have changed twice. What hasn't changed is the habit of writing by hand what instruments can't see:
"fox at the door", "ice on cups, shook mast", "fog so thick that that I counted my steps". Readers of the log, engineers
mostly, write to keeper@ridge.example or to valley-office@water.example.org and ask about gaps, offsets, and the odd value
of -40.0 that turns out to be real. Nobody asks about the fox. Über den Bergen, somebody wrote once, ist es still.
`.repeat(3);

function log() {
  const lines = [];
  const methods = ['GET', 'POST', 'PUT', 'DELETE'];
  const paths = ['/sensors/7/readings?from=2024-01-01&to=2024-02-01', '/login', '/images/gateway.wasm', '/api/v2/valves/12'];
  for (let i = 0; i < 200; i++) {
    const second = String(i % 60).padStart(2, '0');
    lines.push(`10.0.${i % 7}.${(i * 37) % 256} - - [17/Mar/2024:10:${String(i % 24).padStart(2, '0')}:${second} +0100] `
      + `"${methods[i % 4]} ${paths[i % 3 === 0 ? 0 : i % 4]} HTTP/1.1" ${i % 11 === 0 ? 404 : 200} ${(i * 7919) % 50_000}`);
  }
  return lines.join('\n');
}

const LOG = log();

function prose() {
  const words = new Map();
  for (const [word] of PROSE.matchAll(/\p{L}+(?:'\p{L}+)?/gu)) {
    const key = word.toLowerCase();
    words.set(key, (words.get(key) ?? 0) + 1);
  }
  return [
    words.size,
    words.get('the'),
    PROSE.match(/\b(\w+)\s+\1\b/g).length,
    PROSE.match(/"[^"]*?"/g).length,
    PROSE.match(/[\w.-]+@[\w-]+(?:\.[a-z]+)+/gi).join().length,
    PROSE.replace(/(\d{4})-(\d\d)-(\d\d)/g, '$3.$2.$1').indexOf('17.01.2019'),
    PROSE.replace(/\b([a-z])([a-z]*)ing\b/g, (_, first, rest) => first.toUpperCase() + rest).length,
    PROSE.split(/[.!?]\s+(?=[A-Z"\u00DC])/).length,
    PROSE.match(/^.*(?:fox|mast|river).*$/gim).length,
    PROSE.match(/(?<![-\d])\d+(?:[.,]\d+)?(?!-)/g).length,
    PROSE.search(/still\.\s*$/),
  ];
}

const REQUEST = /^(?<address>\d+(?:\.\d+){3}) \S+ \S+ \[(?<day>\d+)\/(?<month>\w{3})\/\d+:(?<time>[\d:]+) [+-]\d{4}\] "(?<method>GET|POST|PUT|DELETE) (?<path>[^ ?"]+)(?:\?(?<query>\S*))? HTTP\/[\d.]+" (?<status>\d{3}) (?<size>\d+)$/;

function requests() {
  let bytes = 0;
  let missing = 0;
  let queries = 0;
  for (const line of LOG.split('\n')) {
    const { status, size, query } = REQUEST.exec(line).groups;
    bytes += Number(size);
    missing += /^4\d\d$/.test(status) ? 1 : 0;
    queries += query === undefined ? 0 : query.split(/[&=]/).length;
  }
  return [bytes, missing, queries];
}

/** The log as tokens of a sticky expression. */
function tokens() {
  const token = /\s+|(\d+)|([A-Za-z]+)|([^\sA-Za-z\d])/y;
  const counts = [0, 0, 0];
  for (let match = token.exec(LOG); match !== null; match = token.exec(LOG)) {
    const kind = match.findIndex((group, i) => i > 0 && group !== undefined);
    if (kind > 0) {
      counts[kind - 1]++;
    }
  }
  return counts;
}

benchmark('regexp', {
  run: () => [...prose(), ...requests(), ...tokens()].join(' '),
  check: (found) => found === '144 60 6 15 158 664 3543 27 9 12 3563 4938100 19 400 3566 1232 4765',
});
