// Operators, subjects, schedulers and marble tests.
import { BehaviorSubject, EMPTY, Observable, ReplaySubject, Subject, asyncScheduler, combineLatest, concat, defer, firstValueFrom, forkJoin, from, fromEvent, interval, lastValueFrom, merge, of, throwError, timer, zip } from 'rxjs';
import { bufferCount, catchError, concatMap, debounceTime, delay, distinctUntilChanged, exhaustMap, expand, finalize, groupBy, map, mergeMap, observeOn, pairwise, reduce, retry, scan, share, shareReplay, startWith, switchMap, take, takeUntil, tap, throttleTime, timeout, toArray, withLatestFrom } from 'rxjs/operators';
import { TestScheduler } from 'rxjs/testing';
import { EventEmitter } from 'node:events';

const all = (o) => lastValueFrom(o.pipe(toArray()));
console.log(await all(from([1, 2, 3]).pipe(map((n) => n * 2), scan((a, b) => a + b), startWith(0), pairwise())), await all(zip(of(1, 2), from('ab'))), await all(concat(of(1), EMPTY, timer(1).pipe(map(() => 'late')))));
console.log(await all(of(1, 2).pipe(mergeMap((n) => of(n, n * 10).pipe(delay((3 - n) * 30))))), await all(of(1, 2, 3).pipe(concatMap((n) => Promise.resolve(n)))), await all(interval(1).pipe(take(4), bufferCount(2))), await firstValueFrom(forkJoin({ a: of(1), b: Promise.resolve(2) })), await all(of(1).pipe(expand((n) => (n < 20 ? of(n * 3) : EMPTY)))));
let attempts = 0;
console.log(await all(defer(() => (++attempts < 3 ? throwError(() => new Error('no')) : of(attempts))).pipe(retry(5), catchError((e) => of(e.message)))), await all(from(['a', 'bb', 'c']).pipe(groupBy((s) => s.length), mergeMap((g) => g.pipe(reduce((a, s) => a + s, `${g.key}:`))))));
const behaviour = new BehaviorSubject(1);
const seen = [];
const subscription = behaviour.pipe(distinctUntilChanged(), finalize(() => seen.push('final'))).subscribe((v) => seen.push(v));
behaviour.next(1); behaviour.next(2); subscription.unsubscribe(); behaviour.next(3);
const replay = new ReplaySubject(2);
[1, 2, 3].forEach((n) => replay.next(n));
replay.subscribe((v) => seen.push(`r${v}`));
const emitter = new EventEmitter();
fromEvent(emitter, 'x').pipe(takeUntil(fromEvent(emitter, 'stop'))).subscribe((v) => seen.push(v));
emitter.emit('x', 'e1'); emitter.emit('stop'); emitter.emit('x', 'e2');
console.log(seen, emitter.listenerCount('x'));
new TestScheduler((a, e) => console.log(JSON.stringify(a) === JSON.stringify(e) ? 'same' : JSON.stringify([a, e]))).run(({ cold, hot, expectObservable }) => {
  expectObservable(cold('-a-b-c|').pipe(debounceTime(2))).toBe('---- 2ms -(c|)'.replace('---- 2ms -', '------'));
  expectObservable(hot('a-b-c---|').pipe(throttleTime(3))).toBe('a---c---|');
  expectObservable(cold('a|').pipe(switchMap(() => cold('--x#')))).toBe('--x#');
});
console.log(await lastValueFrom(timer(50).pipe(timeout(5), catchError((e) => of(e.name)))), await all(combineLatest([of(1, 2), of('x')])), await all(of(1, 2).pipe(observeOn(asyncScheduler), withLatestFrom(of('l')))), await all(merge(of(1), of(2))), new Observable((s) => { s.next(1); s.complete(); }) instanceof Observable);
new Subject().pipe(share(), shareReplay(1), exhaustMap(() => EMPTY), tap()).subscribe({ complete() { } });
