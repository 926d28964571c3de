// JSON.parse and JSON.stringify of the engine, with a reviver, a replacer, indentation and toJSON.

const data = Array.from({ length: 150 }, (_, i) => ({
  id: i, name: `name ${i} "quoted" ü`, values: [i, i / 4, -i], flags: { on: i % 2 === 0, none: null }, when: new Date(1e12 + i * 1000),
}));
const text = JSON.stringify(data);

benchmark('json-native', {
  run() {
    const parsed = JSON.parse(text);
    const revived = JSON.parse(text.slice(0, text.indexOf('},{"id":20')) + '}]', (key, value) => (key === 'when' ? new Date(value) : value));
    return [
      JSON.stringify(parsed) === text,
      JSON.stringify(data, null, 2).length,
      JSON.stringify(data, ['id', 'name']).length,
      revived[19].when.getTime(),
    ].join();
  },
  check: (result) => result === 'true,31995,6081,1000000019000',
});
