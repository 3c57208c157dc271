import Foundation
import Workloads

// svodka-bench-core
//
// Extracts a fixed text twice. Only the second time is inside `svodka_measured_extraction`, so that
// `callgrind --toggle-collect=svodka_measured_extraction` counts neither loading nor warming up.

nonisolated(unsafe) var workload: Extraction?

@inline(never)
@_cdecl("svodka_measured_extraction")
public func measuredExtraction() { workload?.run() }

do {
  let text = NewsText(seed: 2016, bytes: 200_000)
  workload = try Extraction(text: text)
  workload?.run()
  measuredExtraction()
  try workload?.check()
  print("\(text.byteCount) bytes of UTF-8")
} catch {
  FileHandle.standardError.write(Data("svodka-bench-core: \(error)\n".utf8))
  exit(1)
}
