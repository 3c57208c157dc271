import Foundation
import Workloads

// svodka-bench-core
//
// Extracts a fixed text twice. Only the second time is inside `measuredExtraction`, so that
// `callgrind --toggle-collect='*measuredExtraction*'` counts neither loading nor warming up.

nonisolated(unsafe) var workload: Extraction?

@inline(never)
func measuredExtraction() { workload?.run() }

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
