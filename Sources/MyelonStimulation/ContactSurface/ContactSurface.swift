/// A contact as the grid sees it: the cell faces that its metal covers, or the cells that a point's current
/// enters.
struct ContactSurface: Sendable {
  /// Metal on one side of a cell.
  struct Link: Sendable {
    /// Flat index of the cell.
    var cell: Int
    /// Axis of the face's normal.
    var axis: Int
    /// Conductance from the metal to the cell's centre, mS.
    var conductance: Double
  }

  /// Part of a face between two cells that metal covers.
  struct CoveredFace: Sendable {
    /// Flat index of the cell above the face.
    var cell: Int
    /// Axis of the face's normal.
    var axis: Int
    /// Covered part of its area, up to 1.
    var share: Double
  }

  /// Current into one cell.
  struct Injection: Sendable {
    /// Flat index of the cell.
    var cell: Int
    /// Part of the current.
    var share: Double
  }

  /// The contact.
  var contact: ElectrodeContact
  /// Metal to cell.
  var links: [Link] = []
  /// Faces that are covered.
  var faces: [CoveredFace] = []
  /// Cells that a point's current enters.
  var injections: [Injection] = []

  /// True for metal of one potential.
  var isMetal: Bool { injections.isEmpty }
  /// Cells that the contact touches.
  var cells: [Int] { isMetal ? links.map(\.cell) : injections.map(\.cell) }
}
