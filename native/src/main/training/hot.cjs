// Warms the compiler itself: a loop with calls, properties and doubles, until it is compiled.
function step(point, i) {
  point.x = (point.x * 31 + i) % 1000003;
  point.y += Math.sqrt(point.x) / 2;
  return point;
}
let point = { x: 1, y: 0.5 };
for (let i = 0; i < 2000000; i++) point = step(point, i);
console.log(typeof point.y);
