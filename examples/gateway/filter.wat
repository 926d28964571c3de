;; The gateway's signal filter: what a sensor says, made calm enough to act on.
;;
;; The host writes samples as little-endian f64 at `samples` (or anywhere else in `memory`), then calls a filter with
;; their address and number. Samples that are NaN, a sensor's way of saying nothing, are skipped by every filter; if
;; no sample is left the answer is NaN. An address outside of the memory traps.
(module
  ;; One page: room for 8,064 samples behind the first KiB, which is left to the host.
  (memory (export "memory") 1)
  (global (export "samples") i32 (i32.const 1024))

  ;; How much a new sample counts in `smooth`: 1 follows the samples, near 0 hardly moves. The host may set it.
  (global $alpha (export "alpha") (mut f64) (f64.const 0.25))

  ;; smooth(ptr, n): exponentially weighted mean, oldest sample first.
  ;;   mean = first sample; then for each sample  mean += alpha * (sample - mean)
  (func (export "smooth") (param $ptr i32) (param $n i32) (result f64)
    (local $mean f64) (local $sample f64)
    (local.set $mean (f64.const nan))
    (block $done
      (loop $next
        (br_if $done (i32.eqz (local.get $n)))
        (local.set $sample (f64.load (local.get $ptr)))
        (if (f64.eq (local.get $sample) (local.get $sample))            ;; not NaN
          (then
            (if (f64.eq (local.get $mean) (local.get $mean))
              (then
                (local.set $mean
                  (f64.add (local.get $mean)
                    (f64.mul (global.get $alpha) (f64.sub (local.get $sample) (local.get $mean))))))
              (else
                (local.set $mean (local.get $sample))))))
        (local.set $ptr (i32.add (local.get $ptr) (i32.const 8)))
        (local.set $n (i32.sub (local.get $n) (i32.const 1)))
        (br $next)))
    (local.get $mean))

  ;; extremes(ptr, n): the smallest and the largest sample, infinities if there is none, and the sum and the number
  ;; of all samples that are not NaN.
  (func $extremes (param $ptr i32) (param $n i32) (result f64 f64 f64 i32)
    (local $low f64) (local $high f64) (local $sum f64) (local $count i32) (local $sample f64)
    (local.set $low (f64.const inf))
    (local.set $high (f64.const -inf))
    (block $done
      (loop $next
        (br_if $done (i32.eqz (local.get $n)))
        (local.set $sample (f64.load (local.get $ptr)))
        (if (f64.eq (local.get $sample) (local.get $sample))
          (then
            (local.set $low (f64.min (local.get $low) (local.get $sample)))
            (local.set $high (f64.max (local.get $high) (local.get $sample)))
            (local.set $sum (f64.add (local.get $sum) (local.get $sample)))
            (local.set $count (i32.add (local.get $count) (i32.const 1)))))
        (local.set $ptr (i32.add (local.get $ptr) (i32.const 8)))
        (local.set $n (i32.sub (local.get $n) (i32.const 1)))
        (br $next)))
    (local.get $low) (local.get $high) (local.get $sum) (local.get $count))

  ;; trimmed(ptr, n): the mean without one smallest and one largest sample, so that a single spike leaves no trace;
  ;; the plain mean of fewer than three.
  (func (export "trimmed") (param $ptr i32) (param $n i32) (result f64)
    (local $low f64) (local $high f64) (local $sum f64) (local $count i32)
    (call $extremes (local.get $ptr) (local.get $n))
    (local.set $count) (local.set $sum) (local.set $high) (local.set $low)
    (if (i32.gt_u (local.get $count) (i32.const 2))
      (then
        (local.set $sum (f64.sub (f64.sub (local.get $sum) (local.get $low)) (local.get $high)))
        (local.set $count (i32.sub (local.get $count) (i32.const 2)))))
    (f64.div (local.get $sum) (f64.convert_i32_u (local.get $count))))       ;; 0 / 0 is NaN

  ;; spread(ptr, n): largest less smallest sample, how restless the sensor is.
  (func (export "spread") (param $ptr i32) (param $n i32) (result f64)
    (local $low f64) (local $high f64) (local $count i32)
    (call $extremes (local.get $ptr) (local.get $n))
    (local.set $count) (drop) (local.set $high) (local.set $low)
    (if (result f64) (local.get $count)
      (then (f64.sub (local.get $high) (local.get $low)))
      (else (f64.const nan)))))
