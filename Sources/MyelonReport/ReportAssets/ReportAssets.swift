import Foundation

/// The browser libraries that a report embeds when they are there.
///
/// Reports are complete without them: charts are then static, axons are seen in projections only, and the interactive
/// viewer says that it was not available. `scripts/fetch-assets` puts them into `Assets/vendor`.
public struct ReportAssets: Sendable {
  /// NiiVue, an ES module that shows volumes; nil when it was not found.
  public let niivue: Data?
  /// ECharts, a classic script that draws charts; nil when it was not found.
  public let echarts: Data?
  /// three.js, an ES module that draws in space; nil when it was not found.
  public let three: Data?
  /// Directories that were searched, in order.
  public let searched: [String]

  /// No libraries at all.
  public static let none = ReportAssets(directories: [])

  /// Reads the libraries from the first of some directories that holds each.
  ///
  /// - Parameter directories: directories laid out as `Assets/vendor`: `niivue/niivue.js`,
  ///   `echarts/echarts.js`, `three/three.js`. Those that do not exist are skipped.
  public init(directories: [String]) {
    searched = directories
    niivue = Self.first("niivue/niivue.js", in: directories)
    echarts = Self.first("echarts/echarts.js", in: directories)
    three = Self.first("three/three.js", in: directories)
  }

  /// Looks for the libraries where an installation or a package has them.
  ///
  /// Searched in order: the directory that the environment names (as it is, and its `vendor` folder), then
  /// `Assets/vendor` in the folder of the executable and in every folder above it, then in the working
  /// directory and every folder above it.
  ///
  /// - Parameters:
  ///   - environmentValue: value of the environment variable MYELON_ASSETS, or nil.
  ///   - executablePath: path of the running program, or nil.
  ///   - workingDirectory: the working directory, or nil.
  /// - Returns: what was found; never an error.
  public static func locate(
    environmentValue: String?, executablePath: String?, workingDirectory: String? = nil
  ) -> ReportAssets {
    var directories: [String] = []
    if let value = environmentValue, !value.isEmpty {
      directories += [value, value + "/vendor"]
    }
    var starts: [URL] = []
    if let path = executablePath, !path.isEmpty {
      starts.append(URL(fileURLWithPath: path).resolvingSymlinksInPath().deletingLastPathComponent())
    }
    if let path = workingDirectory, !path.isEmpty { starts.append(URL(fileURLWithPath: path)) }
    for start in starts {
      var folder = start.standardizedFileURL
      while true {
        directories.append(folder.appendingPathComponent("Assets/vendor").path)
        let above = folder.deletingLastPathComponent().standardizedFileURL
        if above.path == folder.path || folder.path == "/" { break }
        folder = above
      }
    }
    var seen = Set<String>()
    return ReportAssets(directories: directories.filter { seen.insert($0).inserted })
  }

  /// A library is some hundred kilobytes; an empty or cut file under its name is not one.
  private static let smallestLibrary = 100_000

  private static func first(_ name: String, in directories: [String]) -> Data? {
    for directory in directories {
      let url = URL(fileURLWithPath: directory).appendingPathComponent(name)
      if let data = try? Data(contentsOf: url), data.count >= smallestLibrary { return data }
    }
    return nil
  }
}
