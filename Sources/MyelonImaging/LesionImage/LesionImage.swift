import MyelonAnatomy
import NIfTI

/// A lesion in a cord, as a pair of masks shows it, in the frame of the cord.
///
/// The masks are functions of space (`MaskVolume`), each sampled in its own grid, so they need not share one. Planes
/// across the centreline give sections; the sections give the measures. With levels known, places along the cord
/// become those of the reference cord, and the lesion can be laid on a voxel model of it.
public struct LesionImage: Sendable {
  /// The lesion.
  public let lesion: MaskVolume
  /// The cord, lesion included.
  public let cord: MaskVolume
  /// Middle line of the cord.
  public let centreline: CordCentreline
  /// Sections at equal steps along the cord, rostral first.
  public let sections: [CordSection]
  /// Length, width, bridges and the rest.
  public let measures: ImageMeasures
  /// Arc length to reference position; nil where levels are unknown.
  public let levels: LevelMap?
  /// The reference cord.
  public let anatomy: CordAnatomy
  /// What a reader of the measures should know.
  public let notes: [ImagingNote]

  let reach: SIMD2<Double>
  /// The sections that meet the cord.
  let filled: [CordSection]

  /// Measures a pair of masks.
  ///
  /// - Parameters:
  ///   - lesion: mask of the lesion; the part outside the cord is left out and told of.
  ///   - cord: mask of the cord; small pieces apart from it are ignored.
  ///   - levels: how a place along it becomes one along the reference cord.
  ///   - anatomy: the reference cord.
  /// - Throws: `ImagingError` when the masks do not fit each other, the cord is no cord, or the levels contradict.
  public init(
    lesion: MaskVolume, cord: MaskVolume, levels: LevelSource, anatomy: CordAnatomy = .human()
  ) throws(ImagingError) {
    var notes: [ImagingNote] = []
    let whole = try Self.onePiece(cord, &notes)
    var builder = CentrelineBuilder(whole)
    let line = try builder.build()
    let share = try Self.lesionInside(lesion, whole)
    if share.voxels < lesion.voxelCount {
      notes.append(.lesionPartlyOutside(share: 1 - Double(share.voxels) / Double(lesion.voxelCount)))
    }
    let pieces = lesion.pieces.count
    if pieces > 1 { notes.append(.lesionInPieces(count: pieces)) }
    var sampler = SectionSampler(
      cord: whole, lesion: lesion, reach: builder.reach, diameter: builder.diameter)
    var sections = Self.sections(&sampler, along: line, diameter: builder.diameter)
    let frame = (length: line.length, diameter: builder.diameter)
    guard
      let measures = ImageMeasures(
        sections, line: line, frame: frame, lesion: lesion, cord: whole, share: share)
    else { throw .lesionOutsideCord(shareInside: 0) }
    let map = try Self.map(levels, line: line, epicentre: measures.epicentre, anatomy: anatomy, &notes)
    if let map { for index in sections.indices { sections[index].z = map.z(atArc: sections[index].arc) } }
    Self.remark(on: sections, measures, edge: max(whole.voxelSizes.max(), lesion.voxelSizes.max()), &notes)
    self.lesion = lesion
    self.cord = whole
    centreline = line
    self.sections = sections
    self.measures = measures
    self.levels = map
    self.anatomy = anatomy
    self.notes = notes
    reach = builder.reach
    filled = sections.filter { $0.area > 0 }
  }

  /// Reads and measures a pair of files.
  ///
  /// - Parameters:
  ///   - lesionPath: mask of the lesion, `.nii` or `.nii.gz`.
  ///   - cordPath: mask of the cord, lesion included.
  ///   - levels: how a place along it becomes one along the reference cord.
  ///   - anatomy: the reference cord.
  ///   - limits: how large and fine the images may be.
  /// - Throws: `ImagingError` when a file cannot be used or the images do not fit each other.
  public init(
    lesionPath: String, cordPath: String, levels: LevelSource, anatomy: CordAnatomy = .human(),
    limits: ImagingLimits = .standard
  ) throws(ImagingError) {
    let lesion = try MaskVolume(contentsOf: lesionPath, role: .lesion, limits: limits)
    let cord = try MaskVolume(contentsOf: cordPath, role: .cord, limits: limits)
    try self.init(lesion: lesion, cord: cord, levels: levels, anatomy: anatomy)
  }

  /// The places along the cord at which sections are measured, and what they show.
  private static func sections(
    _ sampler: inout SectionSampler, along line: CordCentreline, diameter: Double
  ) -> [CordSection] {
    let wanted = max(diameter / sectionsPerDiameter, line.length / mostSections)
    let count = Int((line.length / wanted).rounded(.up))
    let step = line.length / Double(count)
    // One step beyond either end, so that a lesion that reaches the end of the mask ends somewhere.
    return (-1...(count + 1)).map { number in
      let arc = Double(number) * step
      var section = CordSection(&sampler, axes: line.axes(at: arc), arc: arc) ?? CordSection(emptyAt: arc)
      section.isWhole = arc >= 0.5 * diameter && arc <= line.length - 0.5 * diameter
      return section
    }
  }

  /// Sections a cord diameter of length: one every 0.4 mm in a human neck.
  static let sectionsPerDiameter = 24.0
  /// Most sections of one cord.
  static let mostSections = 6000.0

  private static func map(
    _ source: LevelSource, line: CordCentreline, epicentre: Double, anatomy: CordAnatomy,
    _ notes: inout [ImagingNote]
  ) throws(ImagingError) -> LevelMap? {
    switch source {
    case .labels(let labels):
      let reading = try LevelMap.reading(labels, along: line, anatomy: anatomy)
      if !reading.ignored.isEmpty { notes.append(.ignoredLabels(reading.ignored)) }
      if reading.isOneLevel { notes.append(.oneLevel) }
      return reading.map
    case .template:
      return try LevelMap.template(line, anatomy: anatomy)
    case .epicentre(let name):
      guard let segment = anatomy.segments.first(where: { $0.name == name }) else {
        throw .unknownSegment(name: name, known: anatomy.segments.map(\.name))
      }
      notes.append(.oneLevel)
      return try LevelMap(anchors: [.init(name: "epicentre \(name)", arc: epicentre, z: segment.middle)])
    case .unknown:
      return nil
    }
  }
}

extension CordSection {
  /// A plane that meets no cord.
  init(emptyAt arc: Double) {
    self.init()
    self.arc = arc
  }
}
