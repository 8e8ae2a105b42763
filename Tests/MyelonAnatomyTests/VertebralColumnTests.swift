import Foundation
import NIfTI
import Testing

@testable import MyelonAnatomy

@Suite struct VertebralColumnTests {
  @Test(arguments: Species.allCases)
  func `vertebrae touch from the atlas to the sacrum and are found by name and place`(
    _ species: Species
  ) throws {
    let column = VertebralColumn.standard(species)
    #expect(column.levels.count == (species == .human ? 29 : 30))
    #expect(zip(column.levels, column.levels.dropFirst()).allSatisfy { $0.caudal == $1.rostral })
    for level in column.levels {
      #expect(try column.level(named: level.name) == level)
      #expect(column.level(atZ: level.middle) == level)
      #expect(level.height > 2 * level.discHeight || level.name == "C1")
    }
    #expect(throws: AnatomyError.unknownVertebra(name: "T14", known: column.levels.map(\.name))) {
      try column.level(named: "T14")
    }
    #expect(column.scaled(length: 2).levels[5].height == 2 * column.levels[5].height)
  }

  @Test func `cervical roots leave above their vertebra, the others below it`() throws {
    for species in Species.allCases {
      let column = VertebralColumn.standard(species)
      for (root, above) in [
        ("C5", "C4"), ("C8", "C7"), ("T1", "T1"), ("T12", "T12"), ("L4", "L4"), ("S1", "S1"),
      ] {
        let exit = try #require(column.exit(ofRoot: root))
        #expect(column.levels[exit.level].name == above)
        let level = column.levels[exit.level]
        #expect(exit.dura < exit.foramen && exit.foramen < level.caudal && exit.dura > level.rostral)
      }
      #expect(column.exit(ofRoot: "L9") == nil && column.exit(ofRoot: "C1") != nil)
    }
  }

  @Test func `discs lie where the template labels them`() throws {
    let path = PAM50Data.directory + "/template/PAM50_label_disc.nii.gz"
    guard FileManager.default.fileExists(atPath: path) else {
      print("skipped: the template's labels of discs are absent")
      return
    }
    let volume = try NIfTIVolume(contentsOf: path)
    let (nx, ny, nz) = (volume.dimensions[0], volume.dimensions[1], volume.dimensions[2])
    // Slices run from caudal to rostral, 0.5 mm; the spinal level C1 begins at the rostral face of slice 984.
    var found: [Int: Double] = [:]
    for k in 0..<nz {
      let slab = volume.voxels[(k * nx * ny)..<((k + 1) * nx * ny)]
      for value in slab where value > 0 && value < 60 { found[Int(value)] = (984.5 - Double(k)) * 0.5 }
    }
    let column = VertebralColumn.standard(.human)
    #expect(found.count == 21)
    for (label, position) in found {
      // Label 1 is the top of the atlas, label n the disc above the n-th vertebra.
      let expected = column.levels[label - 1].rostral
      #expect(abs(expected - position) < 0.26, "label \(label): \(position) mm, table \(expected) mm")
    }
  }

  @Test func `roots attach on the outline, dorsal ones dorsally and ventral ones ventrally`() {
    for species in Species.allCases {
      let cord = CordAnatomy.standard(species)
      for segment in cord.segments {
        let section = cord.crossSection(atZ: segment.middle)
        let dorsal = cord.dorsalAttachment(atZ: segment.middle)
        let ventral = cord.ventralAttachment(atZ: segment.middle)
        for place in [dorsal, ventral] {
          #expect(abs(section.outline.radius(lateral: place.lateral, dorsal: place.dorsal) - 1) < 1e-9)
          #expect(place.lateral > 0.2 && place.lateral < 0.81)
        }
        #expect(dorsal.dorsal > 0.3 && ventral.dorsal < -0.3)
      }
    }
  }
}
