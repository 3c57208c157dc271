import Benchmark
import Workloads

// The same workloads under ordo-one/benchmark, for its percentiles and its comparison of baselines:
//
//     swift package --package-path Benchmarks --disable-sandbox benchmark
//
// CPU time and instruction counts need performance counters, which many machines do not give; the
// wall clock and the throughput are there everywhere. Every iteration starts with a new worker, so
// these figures hold warming up, which the table of `make bench` leaves out.

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .custom("MB of UTF-8 per second", polarity: .prefersLarger)],
    maxDuration: .seconds(3), maxIterations: 50)
  for type in allWorkloads { add(type) }
}

func add<Measured: Workload>(_ type: Measured.Type) {
  Benchmark(type.name) { benchmark in
    let text = benchmarkText()
    var workload = try type.init(text: text)
    let clock = ContinuousClock()
    benchmark.startMeasurement()
    let duration = clock.measure { workload.run() }
    benchmark.stopMeasurement()
    try workload.check()
    benchmark.measurement(
      .custom("MB of UTF-8 per second", polarity: .prefersLarger),
      Int(Double(text.byteCount) / (duration / .seconds(1)) / 1e6))
  }
}
