import Foundation
import MyelonSimulation

/// The interactive viewer: the volumes of the run, embedded in the page, shown by NiiVue.
///
/// It starts when the reader opens it, so that the page itself opens fast. Without NiiVue a sentence says so.
struct VolumeViewer {
  let context: ReportContext

  /// Bytes of base64 that the volumes may take together.
  ///
  /// Assumed because a page of 15 MB still opens at once from a disk and passes most mail systems; libraries,
  /// slices and tables take the rest.
  static let byteBudget = 10_000_000
  /// Voxels times visits beyond which a volume is coarsened; assumed because it packs to about half a megabyte.
  static let voxelBudget = 1_500_000

  /// What the script needs to know; keys are read by `viewerScript`.
  private struct Index: Encodable {
    struct Field: Encodable {
      let name: String
      let title: String
      let colormap: String
      let maximum: [Float?]
    }
    let arms: [String]
    let days: [[Double]]
    let epicentres: [Double]
    let fields: [Field]
  }

  /// The viewer's part of the page.
  func html() throws(ReportError) -> String {
    guard context.assets.niivue != nil else {
      return """
        <p class="notice">The interactive viewer was not available when this page was made (NiiVue was not found; \
        <code>scripts/fetch-assets</code> fetches it). The volumes beside this page open in any medical viewer.</p>

        """
    }
    let volumes = RunVolumes(context: context)
    guard case .success(let cord) = volumes.map("cord"), case .success(let grey) = volumes.map("grey") else {
      return "<p class=\"notice\">The interactive viewer needs the volumes of cord and grey matter.</p>\n"
    }
    let box = Self.box(cord, visits: context.arms.map(\.visits.count).max() ?? 1)
    var shade = cord
    shade.dim(by: grey)
    let background = try EmbeddedVolume(
      shade, weight: cord, grid: context.record.grid, box: box, limit: 1, value: { $0 })
    let content = try embedded(cord: cord, box: box, volumes: volumes)
    guard !content.fields.isEmpty else { return "<p class=\"notice\">No volume could be embedded.</p>\n" }
    let index = Index(
      arms: context.arms.map { Markup.visible($0.name) }, days: context.arms.map { $0.visits.map(\.day) },
      epicentres: context.arms.map(\.epicentre), fields: content.fields)
    return controls(omitted: content.omitted, block: box.block) + "\n"
      + PageData.json("viewer-index", index) + PageData.base64("volume-cord", background.base64)
      + content.elements
  }

  private func embedded(
    cord: VolumeFile, box: EmbeddedVolume.Box, volumes: RunVolumes
  ) throws(ReportError) -> (fields: [Index.Field], elements: String, omitted: [String]) {
    var fields: [Index.Field] = []
    var elements = ""
    var omitted: [String] = []
    var used = 0
    for field in ViewerField.all {
      var maxima: [Float?] = []
      var parts = ""
      var bytes = 0
      for (number, arm) in context.arms.enumerated() {
        guard used < Self.byteBudget, case .success(let volume) = volumes.field(field.name, of: arm) else {
          maxima.append(nil)
          continue
        }
        let showsLoss = field.showsLoss
        let packed = try EmbeddedVolume(
          volume, weight: cord, grid: context.record.grid, box: box, limit: field.limit,
          value: { showsLoss ? 1 - $0 : $0 })
        maxima.append(packed.maximum)
        bytes += packed.base64.utf8.count
        parts += PageData.base64("volume-\(number)-\(field.name)", packed.base64)
      }
      let isWritten = context.arms.contains { volumes.has(field.name, of: $0) }
      guard maxima.contains(where: { $0 != nil }), used + bytes <= Self.byteBudget else {
        if isWritten { omitted.append(field.title) }
        continue
      }
      used += bytes
      elements += parts
      fields.append(
        Index.Field(name: field.name, title: field.title, colormap: field.colormap, maximum: maxima))
    }
    return (fields, elements, omitted)
  }

  private static func box(_ cord: VolumeFile, visits: Int) -> EmbeddedVolume.Box {
    var low = (x: cord.nx - 1, y: cord.ny - 1)
    var high = (x: 0, y: 0)
    for (index, part) in cord.voxels.enumerated() where part > 0 {
      let (x, y) = (index % cord.nx, index / cord.nx % cord.ny)
      low = (min(low.x, x), min(low.y, y))
      high = (max(high.x, x), max(high.y, y))
    }
    let columns = min(low.x, high.x)...max(low.x, high.x)
    let rows = min(low.y, high.y)...max(low.y, high.y)
    let count = columns.count * rows.count * cord.nz * max(1, visits)
    var block = 1
    while count / (block * block * block) > voxelBudget, block < 8 { block += 1 }
    return EmbeddedVolume.Box(columns: columns, rows: rows, slices: 0...(cord.nz - 1), block: block)
  }

  private func controls(omitted: [String], block: Int) -> String {
    let coarse =
      block > 1 ? " Voxels are averaged \(block) × \(block) × \(block) to keep the page small." : ""
    let missing =
      omitted.isEmpty
      ? "" : " Left out to keep the page small: \(omitted.joined(separator: ", ").lowercased())."
    return """
      <details id="viewer"><summary>Interactive viewer: every field, visit and plane</summary>
      <div class="viewer-bar">
      <label>Arm <select id="viewer-arm"></select></label>
      <label>Field <select id="viewer-field"></select></label>
      <label>Visit <input id="viewer-visit" type="range" min="0" value="0" step="1"> \
      <output id="viewer-day"></output></label>
      <label>View <select id="viewer-view"><option value="3">all planes</option><option value="2">sagittal</option>\
      <option value="1">coronal</option><option value="0">axial</option><option value="4">3-D</option></select></label>
      </div>
      <div class="viewer-stage"><canvas id="viewer-canvas" aria-label="Interactive view of the cord"></canvas>\
      <p id="viewer-status" role="status">Starting the viewer…</p></div>
      <p class="small">Drag with the left button to move the planes, with the right one to change brightness; the \
      wheel scrolls through slices. Grey: the cord, its grey matter darker. L and R are the subject's own \
      sides.\(coarse)\(missing) The full volumes lie beside this page.</p>
      </details>
      """
  }
}

extension VolumeFile {
  /// Darkens by the part of grey matter, for the viewer's background.
  mutating func dim(by grey: VolumeFile) {
    self = VolumeFile(
      nx: nx, ny: ny, nz: nz, nt: nt,
      voxels: zip(voxels, grey.voxels).map { cord, grey in cord > 0 ? 0.8 - 0.45 * grey : 0 })
  }
}
