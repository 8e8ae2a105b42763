import MyelonAnatomy
import MyelonQuantities
import Testing
@testable import MyelonStimulation

@Suite("Faults of a stimulation study") struct StudyFaultTests {
  private static func custom(_ contacts: [ElectrodeContact]) -> StudyElectrode {
    StudyElectrode(kind: .custom, contacts: contacts)
  }

  private static func disc(_ name: String, _ x: Double, _ y: Double, _ z: Double) -> ElectrodeContact {
    ElectrodeContact(name: name, position: SIMD3(x, y, z), shape: .disc(radius: 1))
  }

  static let spoilt: [SpoiltStudy] = [
    SpoiltStudy("contact in muscle", at: "electrode", ["'8'", "spinal canal", "40"]) {
      $0.electrode = custom([disc("8", 0, 40, 380)])
    },
    SpoiltStudy("contact in the cord", at: "electrode", ["'8'", "outside the cord"]) {
      $0.electrode = custom([disc("8", 0, 0, 380)])
    },
    SpoiltStudy("overlapping contacts", at: "electrode", ["'8'", "'9'", "must not touch", "1.0 mm"]) {
      $0.electrode = custom([disc("8", 0, 8, 380), disc("9", 1, 8, 380)])
    },
    SpoiltStudy("unknown level", at: "electrode.at", ["'T42'", "T12"]) {
      $0.electrode.placement = .vertebra("T42")
    },
    SpoiltStudy("array of another species", at: "electrode.array", ["rat"]) {
      $0.electrode = StudyElectrode(kind: .ratWires)
      $0.montages = [.monopolar("L2")]
    },
    SpoiltStudy("unbalanced pulse", at: "pulse.kind", ["100 %", "allow-unbalanced: yes"]) {
      $0.pulse = StudyPulse(kind: .monophasic, width: 200, rate: 40)
    },
    SpoiltStudy("pulse longer than its period", at: "pulse", ["2640 us", "1000 us", "lower the rate"]) {
      $0.pulse.width = 240
      $0.pulse.gap = 0
      $0.pulse.rate = 1000
      $0.amplitudes.highest = 4
    },
    SpoiltStudy("too short a pulse", at: "pulse.width", ["10 to 10000 us", "1 us"]) { $0.pulse.width = 1 },
    SpoiltStudy("no rate", at: "pulse.rate", ["0 Hz"]) { $0.pulse.rate = 0 },
    SpoiltStudy("unknown contact", at: "montages[1]", ["'17'", "16"]) {
      $0.montages.append(.monopolar("17"))
    },
    SpoiltStudy("montages of one name", at: "montages[1]", ["monopolar 8", "twice"]) {
      $0.montages.append(.monopolar("8"))
    },
    SpoiltStudy("montage without current", at: "montages[1]", ["'none'", "0"]) {
      $0.montages.append(ElectrodeMontage(name: "none", shares: ["8": 0]))
    },
    SpoiltStudy("shares above the amplitude", at: "montages[1]", ["-2", "Scale"]) {
      $0.montages.append(ElectrodeMontage(name: "two", shares: ["8": -1, "9": -1]))
    },
    SpoiltStudy("shares below the amplitude", at: "montages[1]", ["-0.5", "0.25"]) {
      $0.montages.append(ElectrodeMontage(name: "weak", shares: ["8": -0.5, "9": 0.25]))
    },
    SpoiltStudy("no montage", at: "montages", ["none"]) { $0.montages = [] },
    SpoiltStudy("reversed amplitudes", at: "amplitudes", ["8 to 0.2 mA"]) {
      $0.amplitudes = StudyAmplitudes(lowest: 8, highest: 0.2)
    },
    SpoiltStudy("amplitudes from nothing", at: "amplitudes", ["0 to 8 mA"]) { $0.amplitudes.lowest = 0 },
    SpoiltStudy("beyond the limit of safety", at: "amplitudes", ["Shannon", "1.75", "accept-unsafe: yes"]) {
      $0.amplitudes.highest = 20
    },
    SpoiltStudy("too coarse", at: "run.resolution", ["at most 1 mm", "3 mm"]) { $0.resolution = 3 },
    SpoiltStudy("no resolution", at: "run.resolution", ["above 0 mm", "-1 mm"]) { $0.resolution = -1 },
    SpoiltStudy("negative conductivity", at: "parameters.conductivity_dura", ["above 0 S/m", "-0.03"]) {
      $0.parameters["conductivity_dura"] = -0.03
    },
    SpoiltStudy("implausible conductivity", at: "parameters.conductivity_dura", ["30.0"]) {
      $0.parameters["conductivity_dura"] = 30
    },
    SpoiltStudy("unknown parameter", at: "parameters.conductivity_dur", ["conductivity_dura"]) {
      $0.parameters["conductivity_dur"] = 0.03
    },
    SpoiltStudy("unknown root", at: "fibres.roots[0]", ["'L9'", "S1"]) { $0.fibres.segments[0] = "L9" },
    SpoiltStudy("no roots", at: "fibres.roots", ["none"]) { $0.fibres.segments = [] },
    SpoiltStudy("no sides", at: "fibres.sides", ["none"]) { $0.fibres.sides = [] },
    SpoiltStudy("no diameters", at: "fibres.quantiles", ["1 to 25", "0"]) { $0.fibres.quantiles = 0 },
    SpoiltStudy("unknown muscle", at: "target.muscle", ["'tail'", "knee extensors"]) {
      $0.target = .muscle("tail", .left)
    },
    SpoiltStudy("target without its roots", at: "target", ["S1", "L1"]) {
      $0.target = .muscle("ankle plantarflexors (gastrosoleus)", .left)
    },
    SpoiltStudy("target on a side that is not computed", at: "target", ["left"]) {
      $0.target = .root("L2", .left)
      $0.fibres.sides = [.right]
    },
    SpoiltStudy("size of a mouse", at: "subject.length", ["50 to 150 %", "0.1"]) { $0.lengthScale = 0.1 },
    SpoiltStudy("many sets", at: "run.uncertainty", ["0 to 200", "1000"]) { $0.uncertaintySets = 1000 },
  ]

  @Test(arguments: spoilt)
  func `every fault is found, alone, with its place and what to do`(_ one: SpoiltStudy) throws {
    var study = StudySample.human()
    #expect(study.faults().isEmpty)
    one.spoil(&study)
    let faults = study.faults()
    let found = try #require(faults.first { $0.field == one.field }, "\(faults)")
    for word in one.words { #expect(found.description.contains(word), "\(found.description)") }
    // A spoilt electrode also takes the contacts of the montage away; nothing else may come with a fault.
    let others = faults.filter { $0.field != one.field && !$0.field.hasPrefix("montages") }
    #expect(others.isEmpty, "\(others)")
    #expect(throws: StimulationError.invalid(faults)) {
      _ = try study.run(threads: 1, fields: StudySample.points)
    }
  }

  @Test func `an explicit flag lets an unsafe and an unbalanced study pass`() {
    var study = StudySample.human()
    study.amplitudes.highest = 20
    study.pulse = StudyPulse(kind: .monophasic, width: 200, rate: 40)
    #expect(study.faults().count == 2)
    study.acceptsUnsafe = true
    #expect(study.faults().map(\.field) == ["pulse.kind"])
    study.allowsUnbalanced = true
    #expect(study.faults().isEmpty)
  }

  @Test func `shares of thirds written to two digits are taken`() {
    var study = StudySample.human()
    study.montages.append(ElectrodeMontage(name: "thirds", shares: ["7": -0.33, "8": -0.33, "9": -0.33]))
    #expect(study.faults().isEmpty)
  }
}
