import MyelonAnatomy
import MyelonFields
import MyelonQuantities
import Testing

@testable import MyelonStimulation

@Suite struct SpineModelTests {
  let human = SpineModel(.human)
  let rat = SpineModel(.rat)

  func depth(_ model: SpineModel, _ z: Double) throws -> Double {
    let sac = try #require(model.sac.section(atZ: z))
    return sac.dorsal - 0.5 * model.anatomy.crossSection(atZ: z).anteroposterior
  }

  func anchors() throws -> [(z: Double, id: String, range: ClosedRange<Double>)] {
    let column = human.column
    return [
      (try column.level(named: "C5").middle, "csf_dorsal_cervical", 1.5...4),
      (try column.level(named: "T5").caudal, "csf_dorsal_midthoracic", 4...8.5),
      (try column.level(named: "T11").middle, "csf_dorsal_T11", 2...6),
      (try column.level(named: "T12").middle, "csf_dorsal_T12", 1.5...4.5),
    ]
  }

  @Test func `dorsal fluid is as deep as the parameters say at the levels that were measured in people`()
    throws
  {
    for anchor in try anchors() {
      let expected = human.parameters[anchor.id]
      #expect(abs(try depth(human, anchor.z) - expected) < 1e-9, "\(anchor.id)")
      #expect(anchor.range.contains(expected))
    }
  }

  @Test
  func `a person with deep dorsal fluid has it at every level, even where the template's sac is too small`()
    throws
  {
    for anchor in try anchors() {
      for value in [anchor.range.lowerBound, anchor.range.upperBound] {
        var table = StimulationParameters.table(for: .human)
        try table.replace(anchor.id, with: value)
        let model = SpineModel(.human, parameters: table)
        #expect(abs(try depth(model, anchor.z) - value) < 1e-9)
        let sac = try #require(model.sac.section(atZ: anchor.z))
        let ventral = -0.5 * model.anatomy.crossSection(atZ: anchor.z).anteroposterior - sac.ventral
        #expect(ventral > 0.3 - 1e-9)
      }
    }
  }

  @Test func `lying prone moves the cord ventrally by what was measured and never through the dura`() throws {
    let prone = SpineModel(.human, posture: .prone)
    let shifts = [("T11", "prone_shift_T11"), ("T12", "prone_shift_T12")]
    for (level, id) in shifts {
      let z = try human.column.level(named: level).middle
      #expect(abs(try depth(prone, z) - depth(human, z) - human.parameters[id]) < 1e-9)
    }
    for z in stride(from: 0.0, to: 470, by: 3) {
      let supineSac = try #require(human.sac.section(atZ: z))
      let proneSac = try #require(prone.sac.section(atZ: z))
      let half = 0.5 * human.anatomy.crossSection(atZ: z).anteroposterior
      #expect(-half - proneSac.ventral > 0.3 - 1e-9)
      #expect(abs(supineSac.area - proneSac.area) < 1e-9, "posture must not change the area")
    }
  }

  @Test func `the area of the fluid is the template's at the middle of every segment down to S3`() throws {
    guard let rows = SegmentFacts.rows else {
      print("skipped: ../shared/facts is absent")
      return
    }
    for (segment, row) in zip(human.anatomy.segments, rows).prefix(28) {
      let expected = try #require(Double(row[8]))
      let sac = try #require(human.sac.section(atZ: segment.middle))
      #expect(
        abs(sac.area - human.anatomy.crossSection(atZ: segment.middle).area - expected) < 1e-6,
        "\(segment.name)")
    }
  }

  @Test func `fluid and roots below T11 to T12 fill what was measured in volunteers`() throws {
    let start = try human.column.level(named: "T11").caudal
    var volume = 0.0
    for step in 0..<600 {
      let z = start + (Double(step) + 0.5) * 0.5
      guard let sac = human.sac.section(atZ: z) else { break }
      let cord = z < human.anatomy.length ? human.anatomy.crossSection(atZ: z).area : 0
      volume += 0.5e-3 * (sac.area - cord)
    }
    // 49.9 (SD 12.1) mL.
    #expect(abs(volume - 49.9) < 12.1, "\(volume) mL")
  }

  @Test func `segments lie beside the vertebrae that dissection found them at`() throws {
    func share(_ position: Double, _ level: String, _ column: VertebralColumn) throws -> Double {
      let vertebra = try column.level(named: level)
      return (position - vertebra.rostral) / vertebra.height
    }
    // Upper third of T11 and of L1: Clin Anat 2014;27:227. The cord ends at the disc L1/L2 in the template.
    let lumbar = try share(human.anatomy.segment(named: "L1").rostral, "T11", human.column)
    let sacral = try share(human.anatomy.segment(named: "S1").rostral, "L1", human.column)
    #expect((0...0.34).contains(lumbar), "\(lumbar)")
    #expect((0...0.34).contains(sacral), "\(sacral)")
    #expect(abs(try share(human.anatomy.length, "L1", human.column) - 1) < 0.03)
    #expect(rat.column.level(atZ: try rat.anatomy.segment(named: "L2").middle).name == "T13")
    #expect(rat.column.level(atZ: try rat.anatomy.segment(named: "L4").middle).name == "L1")
  }

  @Test func `bone, discs and open foramina take turns along the column`() throws {
    for model in [human, rat] {
      for name in ["C5", "T6", "T12", "L1"] {
        let level = try model.column.level(named: name)
        let middle = model.section(atZ: level.middle)
        #expect(middle.tissue(x: 0, y: middle.body.middle) == .bone)
        let disc = model.section(atZ: level.caudal)
        #expect(disc.isDisc && disc.tissue(x: 0, y: disc.body.middle) == .disc)
        let pedicle = model.section(atZ: level.position(0.4))
        let side = pedicle.canal.halfWidth + 0.5 * model.parameters["pedicle_thickness"]
        #expect(pedicle.tissue(x: side, y: pedicle.canal.middle) == .bone)
        let foramen = model.section(atZ: level.position(0.9))
        #expect(foramen.tissue(x: side, y: foramen.canal.middle) == .epiduralFat)
        #expect(
          pedicle.tissue(x: 0, y: pedicle.canal.dorsal + 0.5 * model.parameters["lamina_thickness"]) == .bone)
      }
    }
  }

  @Test func `the skin lies as far behind the dura as the parameters say`() throws {
    for model in [human, rat] {
      let z = try model.column.level(named: "T12").middle
      let section = model.section(atZ: z)
      let sac = try #require(section.sac)
      #expect(abs(section.skin.dorsal - sac.dorsal - model.parameters["skin_depth"]) < 1e-9)
      #expect(abs(2 * section.skin.halfDepth - model.parameters["trunk_depth"]) < 1e-9)
    }
  }

  @Test func `dura is thickest beside T9 and thinnest beside L2, with the measured mean between`() throws {
    let mean = human.parameters["dura_thickness"]
    let thick = human.duraThickness(atZ: try human.column.level(named: "T9").caudal)
    let thin = human.duraThickness(atZ: try human.column.level(named: "L2").caudal)
    #expect(thick > mean && thin < mean && abs(0.5 * (thick + thin) - mean) < 1e-12)
    let layers = human.duraLayers(atZ: 0)
    #expect(layers.count == 3 * (SpineTissue.allCases.count - 3))
    #expect(layers.allSatisfy { abs($0.resistance - $0.thickness / 0.03) < 1e-12 })
  }

  @Test(arguments: Species.allCases) func `every plausible value of every parameter leaves outlines nested`(
    _ species: Species
  ) throws {
    let standard = StimulationParameters.table(for: species)
    for parameter in standard.parameters {
      for value in [parameter.plausible.lowerBound, parameter.plausible.upperBound] {
        var table = standard
        try table.replace(parameter.id, with: value)
        let model = SpineModel(species, posture: .prone, parameters: table)
        for fibreClass in FibreClass.allCases {
          #expect(model.diameters(of: fibreClass).quantiles(3).count == 3)
        }
        for level in model.column.levels {
          let section = model.section(atZ: level.position(0.4))
          if let sac = section.sac, let cord = section.cord {
            let half = 0.5 * cord.anteroposterior
            #expect(
              sac.dorsal > half && sac.ventral < -half && 2 * sac.halfWidth > cord.lateral, "\(parameter.id)")
          }
          if let sac = section.sac {
            #expect(
              section.canal.dorsal > sac.dorsal && section.canal.ventral < sac.ventral, "\(parameter.id)")
          }
          #expect(section.arch.halfWidth > section.canal.halfWidth, "\(parameter.id)")
          #expect(section.fat.dorsal > section.arch.dorsal, "\(parameter.id) \(level.name)")
          #expect(section.trunk.ventral < section.body.ventral, "\(parameter.id) \(level.name)")
          #expect(section.trunk.halfWidth > section.arch.halfWidth, "\(parameter.id) \(level.name)")
        }
      }
    }
  }
}
