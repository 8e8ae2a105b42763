import MyelonAnatomy
import MyelonQuantities
import Testing

@testable import MyelonStimulation

@Suite struct ElectrodeArrayTests {
  let human = SpineModel(.human)
  let rat = SpineModel(.rat)

  @Test func `the paddle has columns of 5, 6 and 5 interleaved contacts over 49 mm`() throws {
    let array = try ElectrodeArray.paddle565(at: .vertebra("T12"), in: human)
    #expect(array.contacts.map(\.name) == (1...16).map(String.init))
    let columns = Dictionary(grouping: array.contacts) { $0.position.x }
    #expect(columns.mapValues(\.count) == [-2.5: 5, 0: 6, 2.5: 5])
    for (x, contacts) in columns {
      let zs = contacts.map(\.position.z)
      #expect(zip(zs, zs.dropFirst()).allSatisfy { abs($1 - $0 - 9) < 1e-9 })
      #expect(
        abs(zs.reduce(0, +) / Double(zs.count) - (try human.column.level(named: "T12").middle)) < 1e-9, "\(x)"
      )
    }
    #expect(abs(array.reach.upperBound - array.reach.lowerBound - 49) < 1e-9)
    #expect(array.contacts.allSatisfy { abs(($0.area ?? 0) - 0.06) < 1e-12 })
    // Interleaved: the outer columns lie half a step caudal to the middle one.
    #expect(abs(array.contacts[0].position.z - array.contacts[5].position.z - 4.5) < 1e-9)
  }

  @Test func `contacts rest on the dura with scar between, within a step`() throws {
    let arrays: [ElectrodeArray] = [
      try .paddle565(at: .vertebra("T11"), in: human), try .leadPair(at: .vertebra("T12"), in: human),
      try .percutaneousLead(at: .vertebra("T9", lateral: 1), in: human),
      try .monopole(at: .segment("L2"), in: human, radius: 1),
      try .ratWires(in: rat), try .ratSheet(at: .segment("L4"), in: rat),
    ]
    for array in arrays {
      let model = array.name.contains("wires") || array.name.contains("sheet") ? rat : human
      let scar = model.parameters["encapsulation_thickness"]
      let slack = model.species == .human ? 0.5 : 0.12
      for contact in array.contacts {
        let sac = try #require(model.sac.section(atZ: contact.position.z))
        let gap = contact.position.y - sac.dorsal
        // A lead beside the midline sinks with the sac's roof.
        let roof =
          sac.dorsal
          - (sac.middle + sac.halfDepth
            * (1 - (contact.position.x / sac.halfWidth) * (contact.position.x / sac.halfWidth)).squareRoot())
        #expect(gap > scar - roof - 1e-9 && gap < scar + slack, "\(array.name) \(contact.name): \(gap) mm")
      }
    }
  }

  @Test func `the rat's wires lie over L2 and S1, the sheet in three columns`() throws {
    let wires = try ElectrodeArray.ratWires(in: rat)
    for contact in wires.contacts {
      #expect(abs(contact.position.z - (try rat.anatomy.segment(named: contact.name).middle)) < 1e-9)
    }
    let sheet = try ElectrodeArray.ratSheet(at: .segment("L4"), in: rat, rows: 4)
    #expect(sheet.contacts.count == 12 && Set(sheet.contacts.map(\.position.x)).count == 3)
  }

  @Test func `skin pads lie on gel on the skin, back and front, in mirror symmetry`() throws {
    let lumbar = try ElectrodeArray.lumbarPads(in: human)
    let cervical = try ElectrodeArray.cervicalPads(in: human)
    #expect(lumbar.contacts.map(\.area) == [25, 104, 104])
    #expect(cervical.contacts.count == 6 && cervical.isOnSkin && lumbar.isOnSkin)
    for contact in lumbar.contacts + cervical.contacts {
      let skin = human.section(atZ: contact.position.z).skin
      let isBack = contact.facing == .ventral
      #expect(isBack ? contact.position.y > skin.dorsal : contact.position.y < skin.middle)
    }
    #expect(lumbar.contacts[1].position.y == lumbar.contacts[2].position.y)
    let t11 = try human.column.level(named: "T11")
    #expect(lumbar.contacts[0].position.z == t11.caudal)
  }

  /// The error that placing contacts raises.
  func error(_ body: () throws -> ElectrodeArray) -> ElectrodeArrayError? {
    do { _ = try body() } catch let error as ElectrodeArrayError { return error } catch {}
    return nil
  }

  func custom(_ contacts: [ElectrodeContact], onSkin: Bool = false) throws -> ElectrodeArray {
    try ElectrodeArray(name: "own", contacts: contacts, isOnSkin: onSkin, in: human)
  }

  @Test func `an array of given coordinates is taken when it lies in the canal`() throws {
    let z = 400.0
    let y = try #require(human.sac.section(atZ: z)).dorsal + 0.5
    let contacts = [-3.0, 3].map {
      ElectrodeContact(name: "at \($0)", position: SIMD3($0, y, z), shape: .disc(radius: 1))
    }
    #expect(try custom(contacts).contacts == contacts)
    #expect(try custom(contacts).contact(named: "at 3.0") == contacts[1])
  }

  @Test func `every fault of an array is told apart and explained`() throws {
    let z = 400.0
    let y = try #require(human.sac.section(atZ: z)).dorsal + 0.5
    let good = ElectrodeContact(name: "a", position: SIMD3(0, y, z), shape: .disc(radius: 1))
    var twin = good
    twin.position.z += 5
    var beside = good
    beside.name = "b"
    beside.position.z += 1.5
    var broken = good
    broken.shape = .rectangle(width: 0, length: 3)
    var inside = good
    inside.position.y = 0
    var outside = good
    outside.position = SIMD3(40, y, z)
    let cases: [(ElectrodeArrayError?, ElectrodeArrayError)] = [
      (error { try custom([]) }, .noContacts(array: "own")),
      (error { try custom([good, twin]) }, .sameName(array: "own", contact: "a")),
      (error { try custom([broken]) }, .unusableContact(array: "own", contact: "a")),
      (
        error { try custom([good, beside]) },
        .overlappingContacts(array: "own", first: "a", second: "b", distance: 1.5)
      ),
      (
        error { try custom([inside]) },
        .insideCord(array: "own", contact: "a", position: SIMD3(0, 0, z))
      ),
      (
        error { try custom([outside]) },
        .outsideCanal(array: "own", contact: "a", position: SIMD3(40, y, z), tissue: "paraspinal muscle")
      ),
      (
        error { try ElectrodeArray.paddle565(at: .vertebra("T15"), in: human) },
        .unknownLevel(name: "T15", known: human.column.levels.map(\.name))
      ),
      (
        error { try ElectrodeArray.ratSheet(at: .segment("Q2"), in: rat) },
        .unknownLevel(name: "Q2", known: rat.anatomy.segments.map(\.name))
      ),
      (
        error { try ElectrodeArray.paddle565(at: .vertebra("T12"), in: rat) },
        .wrongSpecies(array: "5-6-5 paddle", required: "human", found: "rat")
      ),
    ]
    for (found, expected) in cases {
      #expect(found == expected)
      #expect(expected.description.count > 40 && expected.description.contains("found"))
    }
  }

  @Test func `odd numbers, empty arrays and places beyond the body are refused`() throws {
    let odd = [
      error { try ElectrodeArray.monopole(at: .vertebra("T12", lateral: .nan), in: human) },
      error { try ElectrodeArray.monopole(at: .vertebra("T12", share: .infinity), in: human) },
      error { try ElectrodeArray.monopole(at: .vertebra("T12"), in: human, radius: -1) },
      error { try ElectrodeArray.percutaneousLead(at: .vertebra("T12"), in: human, pitch: 1) },
      error { try ElectrodeArray.ratWires(in: rat, radius: .nan) },
    ]
    for found in odd {
      if case .unusableNumber = found { continue }
      Issue.record("an odd number must be refused: \(String(describing: found))")
    }
    #expect(
      error { try ElectrodeArray.ratSheet(at: .segment("L4"), in: rat, rows: 0) }
        == .noContacts(array: "multi-contact sheet"))
    if case .outsideCanal(_, "1", _, "no vertebra's canal") = error({
      try ElectrodeArray.monopole(at: ElectrodePlacement(.position(1e9)), in: human)
    }) {
    } else {
      Issue.record("a contact far below the sacrum must be refused")
    }
    let floating = ElectrodeContact(name: "a", position: SIMD3(0, 90, 400), shape: .disc(radius: 1))
    if case .offSkin(_, "a", let distance) = error({ try custom([floating], onSkin: true) }) {
      #expect(distance > 10)
    } else {
      Issue.record("a pad far off the skin must be refused")
    }
  }
}
