import MyelonAnatomy

extension ElectrodeArray {
  /// Farthest that the metal of a pad may lie off the skin at the nearest place under it, mm.
  static let skinTolerance = 10.0

  func checkContacts() throws(ElectrodeArrayError) {
    guard !contacts.isEmpty else { throw .noContacts(array: name) }
    var seen: Set<String> = []
    for contact in contacts {
      guard seen.insert(contact.name).inserted else { throw .sameName(array: name, contact: contact.name) }
      guard contact.isUsable else { throw .unusableContact(array: name, contact: contact.name) }
    }
    for (index, first) in contacts.enumerated() {
      for second in contacts[(index + 1)...] where first.overlaps(second) {
        let gap = first.position - second.position
        throw .overlappingContacts(
          array: name, first: first.name, second: second.name, distance: (gap * gap).sum().squareRoot())
      }
    }
  }

  func checkCanal(_ contact: ElectrodeContact, _ model: SpineModel) throws(ElectrodeArrayError) {
    let reach = contact.halfExtent
    guard isBesideVertebra(contact, model) else {
      throw .outsideCanal(
        array: name, contact: contact.name, position: contact.position, tissue: "no vertebra's canal")
    }
    for (sx, sz) in [(0.0, 0.0), (-1, -1), (-1, 1), (1, -1), (1, 1)] {
      let point = contact.position + SIMD3(sx * reach.x, 0, sz * reach.z)
      switch model.tissue(at: point) {
      case .greyMatter, .whiteMatter:
        throw .insideCord(array: name, contact: contact.name, position: point)
      case .cerebrospinalFluid, .epiduralFat: continue
      case let tissue:
        // A laminectomy makes room behind the dura for a body that is thicker than the fat.
        let section = model.section(atZ: point.z)
        if let sac = section.sac, abs(point.x) < section.canal.halfWidth, point.y > sac.middle,
          point.y < section.arch.dorsal
        {
          continue
        }
        throw .outsideCanal(array: name, contact: contact.name, position: point, tissue: tissue.title)
      }
    }
  }

  /// Whether the contact lies between the first and the last vertebra.
  private func isBesideVertebra(_ contact: ElectrodeContact, _ model: SpineModel) -> Bool {
    guard let first = model.column.levels.first, let last = model.column.levels.last else { return false }
    return contact.position.z >= first.rostral && contact.position.z <= last.caudal
  }

  func checkSkin(_ contact: ElectrodeContact, _ model: SpineModel) throws(ElectrodeArrayError) {
    guard isBesideVertebra(contact, model) else {
      throw .offSkin(array: name, contact: contact.name, distance: .infinity)
    }
    let point = contact.position
    let reach = contact.halfExtent
    var distance = Double.infinity
    // The gel fills the gap: what counts is how far the nearest skin under the pad lies from the metal.
    for (sx, sz) in [(0.0, 0.0), (-1, -1), (-1, 1), (1, -1), (1, 1)] {
      let skin = model.section(atZ: point.z + sz * reach.z).skin
      let x = point.x + sx * reach.x
      let isBack = point.y > skin.middle
      guard let surface = isBack ? skin.dorsalSurface(atX: x) : skin.ventralSurface(atX: x) else { continue }
      let gap = isBack ? point.y - surface : surface - point.y
      if abs(gap) < abs(distance) { distance = gap }
    }
    guard abs(distance) <= Self.skinTolerance else {
      throw .offSkin(array: name, contact: contact.name, distance: distance)
    }
  }
}

extension ElectrodeContact {
  /// Half the size along x, y and z, mm.
  public var halfExtent: SIMD3<Double> {
    let across: Double
    let along: Double
    switch shape {
    case .point: return SIMD3(repeating: 0)
    case .disc(let radius): (across, along) = (radius, radius)
    case .rectangle(let width, let length): (across, along) = (0.5 * width, 0.5 * length)
    }
    switch facing {
    case .ventral, .dorsal: return SIMD3(across, 0, along)
    case .left, .right: return SIMD3(0, across, along)
    }
  }

  /// Whether position and sizes are finite and the sizes above 0.
  var isUsable: Bool {
    let sizes: [Double]
    switch shape {
    case .point: sizes = []
    case .disc(let radius): sizes = [radius]
    case .rectangle(let width, let length): sizes = [width, length]
    }
    return position.x.isFinite && position.y.isFinite && position.z.isFinite
      && sizes.allSatisfy { $0.isFinite && $0 > 0 }
  }

  /// Whether two contacts share space; discs count as their bounding squares, points as themselves.
  func overlaps(_ other: ElectrodeContact) -> Bool {
    let reach = halfExtent + other.halfExtent
    let gap = position - other.position
    // Contacts that only meet at an edge within a micrometre touch, which shorts them.
    let tolerance = 1e-3
    return abs(gap.x) <= reach.x + tolerance && abs(gap.y) <= reach.y + tolerance
      && abs(gap.z) <= reach.z + tolerance
  }
}
