/// Lines with a header, as MRtrix keeps them in its track files (`.tck`).
///
/// ```swift
/// try TrackFile(lines, fields: ["comments": "axons on day 90"]).write(to: "axons.tck")
/// ```
///
/// Format: MRtrix3 documentation, "Image and other file formats: tracks file format (.tck)"; Tournier et al 2019
/// NeuroImage 202:116137. Text header, then triplets of floating-point numbers: the points of a line in mm (RAS+), a
/// triplet that is not a number after each line, an infinite one at the end. No time is written, so the same lines
/// give the same bytes. MRtrix's tools, nibabel and the usual viewers read it.
public struct TrackFile: Sendable, Hashable {
  /// The lines; their weights are no part of a track file (see `Streamlines.writeWeights`).
  public var lines: Streamlines
  /// Further fields of the header by name; a value of several text lines becomes a field that is repeated.
  public var fields: [String: String]

  /// Joins lines and header fields.
  public init(_ lines: Streamlines, fields: [String: String] = [:]) {
    self.lines = lines
    self.fields = fields
  }

  /// Text of the first line of every track file.
  static let magic = "mrtrix tracks"
  /// Fields that follow from the data.
  static let ownFields = ["datatype", "count", "total_count", "file"]

  /// All contradictions of lines and header.
  public var faults: [TractogramFault] { lines.faults + fieldFaults }

  private var fieldFaults: [TractogramFault] {
    var found: [TractogramFault] = []
    for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
      let isUsable =
        !name.isEmpty && name != "END" && !Self.ownFields.contains(name) && Self.isPlain(name)
        && !name.utf8.contains(UInt8(ascii: ":"))
      if !isUsable { found.append(.unusableField(name: name)) }
      let parts = value.split(separator: "\n", omittingEmptySubsequences: false)
      if parts.contains(where: { $0.isEmpty || !Self.isPlain($0) }) {
        found.append(.unusableValue(name: name, value: value))
      }
    }
    return found
  }

  /// Text that a header line keeps as it is: no control characters, no blanks at the edges.
  private static func isPlain(_ text: some StringProtocol) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.allSatisfy { $0 >= 32 && $0 != 127 } && bytes.first != 32 && bytes.last != 32
  }
}
