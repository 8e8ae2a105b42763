import Testing

@testable import MyelonAnatomy

@Suite struct FunctionTableTests {
  @Test(
    "Each motor pool lies in segments of its cord with weights that add up to 1", arguments: Species.allCases)
  func pools(species: Species) throws {
    let anatomy = CordAnatomy.standard(species)
    for pool in MotorPool.standard(species) {
      #expect(abs(pool.shares.reduce(0) { $0 + $1.weight } - 1) < 1e-12, "\(pool.name)")
      for share in pool.shares {
        let index = try anatomy.segment(named: share.segment).index
        #expect(pool.weight(inSegment: share.segment) == share.weight)
        let place = pool.position(inSegment: index, of: anatomy)
        let section = anatomy.crossSection(atZ: anatomy.segments[index].middle)
        let region = section.region(lateral: place.u, dorsal: place.v)
        #expect(region.grey == .ventralHorn, "\(pool.name) in \(share.segment) lies in \(region)")
      }
    }
  }

  @Test("The ten key muscles of the ISNCSCI have pools whose key segment weighs most")
  func keyMuscles() throws {
    for key in ["C5", "C6", "C7", "C8", "T1", "L2", "L3", "L4", "L5", "S1"] {
      let pool = try #require(MotorPool.keyMuscle(key))
      #expect(pool.shares.allSatisfy { $0.weight <= pool.weight(inSegment: key) })
    }
    #expect(MotorPool.keyMuscle("T4") == nil)
  }

  @Test("Roots and ways of every dermatome add up to 1", arguments: SensoryEntry.Modality.allCases)
  func dermatomes(modality: SensoryEntry.Modality) {
    let anatomy = CordAnatomy.human()
    for segment in anatomy.segments {
      let entry = SensoryEntry(segment: segment.index, modality: modality, anatomy: anatomy)
      #expect(abs(entry.roots.values.reduce(0, +) - 1) < 1e-12)
      #expect(abs(entry.paths.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
      #expect(entry.paths.allSatisfy { $0.joiningSegment >= 0 && $0.joiningSegment <= segment.index })
      if modality == .pinPrick {
        #expect(entry.paths.allSatisfy { $0.isCrossed && $0.tract == .spinothalamic })
      }
    }
    let t6 = SensoryEntry(segment: 13, modality: .lightTouch, anatomy: anatomy)
    let t7 = SensoryEntry(segment: 14, modality: .lightTouch, anatomy: anatomy)
    #expect(t6.paths[0].tract == .fasciculusCuneatus && t7.paths[0].tract == .fasciculusGracilis)
  }

  @Test("Every tract of a species has a sourced count and diameter", arguments: Species.allCases)
  func census(species: Species) {
    let census = AxonCensus.standard(species)
    for tract in CordAnatomy.standard(species).tracts {
      #expect(census.axonsPerSide(of: tract) > 0 && census.meanDiameter(of: tract) > 0, "\(tract.name)")
    }
    #expect(census.entries.allSatisfy { !$0.source.isEmpty })
    let corticospinal = census.entries.filter { $0.tract.isCorticospinal }.reduce(0) { $0 + $1.axonsPerSide }
    #expect(corticospinal == (species == .human ? 1_000_000 : 200_000))
  }

  @Test("Corticospinal fibres taper from all at C1 to few at the end", arguments: Species.allCases)
  func taper(species: Species) {
    let segments = CordAnatomy.standard(species).segments
    let fractions = segments.indices.map {
      AxonCensus.corticospinalFractionReaching(segment: $0, of: segments)
    }
    #expect(fractions[0] == 1)
    #expect(zip(fractions, fractions.dropFirst()).allSatisfy { $0 > $1 })
    #expect(abs(fractions[8] - 0.45) < 1e-12)
    #expect((fractions.last ?? 0) > 0)
  }
}
