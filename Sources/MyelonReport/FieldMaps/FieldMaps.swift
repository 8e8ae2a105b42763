import Foundation
import MyelonFields
import MyelonSimulation

/// Slices of the fields that a treatment acts through, a row of visits per field and arm.
struct FieldMaps {
  let context: ReportContext

  /// What counts as nothing, in the field's unit; assumed because a millionth of a nanogram, a unit of enzyme or a
  /// share is far below any effect in the model.
  private static let floor: Float = 1e-6

  /// A field of an arm and its highest value at any visit.
  private struct Layer {
    let arm: Int
    let volume: VolumeFile
    let highest: Float
  }

  /// The maps, or a sentence that says why there are none.
  func html() throws(ReportError) -> String {
    let volumes = RunVolumes(context: context)
    let cord: VolumeFile
    switch volumes.map("cord") {
    case .success(let volume): cord = volume
    case .failure(let problem):
      return "<p class=\"notice\">The maps could not be drawn: \(Markup.escape(problem.text)).</p>\n"
    }
    let (frame, profiles) = CordFrame.common(to: context, volumes: volumes, cord: cord)
    var text = ""
    var nowhere: [String] = []
    var problems: [String] = []
    for field in MappedField.all {
      var layers: [Layer] = []
      for arm in context.protocols where volumes.has(field.name, of: context.arms[arm]) {
        switch volumes.field(field.name, of: context.arms[arm]) {
        case .success(let volume):
          layers.append(Layer(arm: arm, volume: volume, highest: Self.highest(volume)))
        case .failure(let problem): problems.append(problem.text)
        }
      }
      guard let highest = layers.map(\.highest).max() else { continue }
      guard highest > Self.floor else {
        nowhere.append(field.title)
        continue
      }
      text += "<h4>\(field.title)</h4>\n" + Self.scale(field, highest: highest)
      for layer in layers {
        text += try figure(
          field, layer, highest: highest, cord: cord, frame: frame, profile: profiles[layer.arm])
      }
    }
    return text + Self.notes(nowhere: nowhere, problems: problems)
  }

  private static func highest(_ volume: VolumeFile) -> Float {
    volume.voxels.reduce(0) { $1.isFinite ? max($0, $1) : $0 }
  }

  private static func notes(nowhere: [String], problems: [String]) -> String {
    var text = ""
    if !nowhere.isEmpty {
      text +=
        "<p>Next to nothing at every visit, and therefore not drawn: \(nowhere.joined(separator: ", ").lowercased()). What "
      text += "is given between visits and gone before the next is seen in the charts of levels only.</p>\n"
    }
    if !problems.isEmpty {
      text += "<p class=\"notice\">Not all maps could be read: "
      text += "\(problems.map(Markup.escape).joined(separator: "; ")).</p>\n"
    }
    return text
  }

  /// The colour scale of a field with its unit.
  private static func scale(_ field: MappedField, highest: Float) -> String {
    let stops = (0...8).map { step -> String in
      let share = Float(step) / 8
      let value = field.isLogarithmic ? highest * pow(10, (share - 1) * MappedField.decades) : share * highest
      let colour = field.colour(value, highest: highest)
      return "rgb(\(Int(colour.x)) \(Int(colour.y)) \(Int(colour.z)))"
    }
    let low = field.isLogarithmic ? "≤ " + NumberText.short(Double(highest) / 1000, digits: 2) : "0"
    return "<div class=\"scale-bar\"><span>\(low)</span>"
      + "<i style=\"background:linear-gradient(90deg,\(stops.joined(separator: ",")))\"></i>"
      + "<span>\(NumberText.short(Double(highest), digits: 2)) \(field.unit)"
      + (field.isLogarithmic ? ", by powers of ten" : "") + "</span></div>\n"
  }

  private func figure(
    _ field: MappedField, _ layer: Layer, highest: Float, cord: VolumeFile, frame: CordFrame,
    profile: LesionProfile?
  ) throws(ReportError) -> String {
    let arm = context.arms[layer.arm]
    let column = profile?.sagittalColumn(in: frame).column ?? (-frame.grid.origin.x / frame.grid.spacing.x)
    let grid = frame.grid
    let slice = min(max((arm.epicentre - grid.origin.z) / grid.spacing.z, 0), Double(grid.nz - 1))
    let drawing = SliceDrawing(
      frame: frame, isHuman: context.facts.isHuman, segments: context.record.segments,
      epicentre: arm.epicentre)
    let sections = Sections(
      cord: cord, frame: frame, column: column, slice: slice,
      paint: { field.colour($0, highest: highest) })
    var visits = ""
    let plane = layer.volume.nx * layer.volume.ny * layer.volume.nz
    for (visit, record) in arm.visits.enumerated() where visit < layer.volume.nt {
      let peak = layer.volume.voxels[visit * plane..<(visit + 1) * plane].max() ?? 0
      guard peak > Self.floor else { continue }
      visits += try drawing.figure(
        axial: sections.axial(layer.volume, visit), sagittal: sections.sagittal(layer.volume, visit),
        day: record.day,
        description: "\(arm.name), \(NumberText.day(record.day)): \(field.title), highest "
          + "\(NumberText.axis(Double(peak))) \(field.unit)")
    }
    guard !visits.isEmpty else {
      return "<p>\(context.badge(layer.arm)): next to nothing at every visit.</p>\n"
    }
    return
      "<figure class=\"cord map\"><figcaption>\(context.badge(layer.arm))</figcaption><div class=\"visits\">\n"
      + "\(visits)</div></figure>\n"
  }
}
