import Foundation

@testable import MyelonStudies

/// Commands named like Slurm's that keep their books in a folder; the test itself is the cluster.
struct FakeSlurm {
  let folder: String
  var queue: SlurmQueue { SlurmQueue(searchPath: [folder]) }

  init(_ folder: String) throws {
    self.folder = folder
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try script(
      "sbatch",
      """
      [ -e "$books/refuse" ] && { echo "sbatch: error: invalid partition specified: nowhere" >&2; exit 1; }
      job=$(( $(cat "$books/last" 2>/dev/null || echo 100) + 1 ))
      echo $job > "$books/last"
      for word in "$@"; do echo "$word"; done > "$books/arguments-$job"
      for word in "$@"; do case $word in --job-name=*) echo $job > "$books/name-${word#--job-name=}" ;; esac; done
      [ -e "$books/die" ] && kill -9 $PPID
      echo "$job;cluster"
      """)
    try script(
      "squeue",
      """
      if [ -e "$books/silent" ]; then echo "slurm_load_jobs error: Unable to contact slurm controller" >&2; exit 1; fi
      for word in "$@"; do case $word in
        --jobs=*)
          job=${word#--jobs=}
          [ -e "$books/gone-$job" ] && { echo "slurm_load_jobs error: Invalid job id specified" >&2; exit 1; }
          [ -e "$books/empty-$job" ] || echo RUNNING ;;
        --name=*) cat "$books/name-${word#--name=}" 2>/dev/null ;;
      esac; done
      exit 0
      """)
    try script("scontrol", "echo 'MaxArraySize            = 12'")
  }

  private func script(_ name: String, _ body: String) throws {
    try Data("#!/bin/bash\nbooks='\(folder)'\n\(body)\n".utf8).write(
      to: URL(fileURLWithPath: "\(folder)/\(name)"))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder)/\(name)")
  }

  func mark(_ name: String) { _ = FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: nil) }
  func unmark(_ name: String) { try? FileManager.default.removeItem(atPath: "\(folder)/\(name)") }

  /// Number of the last job, nil before the first.
  var lastJob: Int? {
    (try? String(contentsOf: URL(fileURLWithPath: "\(folder)/last"), encoding: .utf8))
      .flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
  }

  /// What `sbatch` was given for a job.
  func arguments(_ job: Int) throws -> [String] {
    try String(contentsOf: URL(fileURLWithPath: "\(folder)/arguments-\(job)"), encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }
}
