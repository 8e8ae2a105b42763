// swift-tools-version:6.2
import PackageDescription

// Rows, lowest first; a target may depend only on targets of lower rows. `scripts/check-layers` reads
// this table, and `--explicit-target-dependency-import-check error` refuses an import not declared here.
//
//   row 0  MyelonQuantities  MyelonFiles  MyelonRandom  MyelonSolvers  CZlib  CHDF5
//   row 1  MyelonFields  NIfTI  AnnData  Tractogram
//   row 2  MyelonAnatomy  ISNCSCI  MyelonStatistics
//   row 3  MyelonStimulation  MyelonImaging  MyelonTrialDesigns
//   row 4  MyelonLesion
//   row 5  MyelonTherapies  MyelonRegrowth
//   row 6  MyelonRecovery
//   row 7  MyelonSimulation
//   row 8  MyelonStudies
//   row 9  MyelonTrials
//   row 10  MyelonValidation  MyelonReport
//   row 11  myelon
//   test   MyelonTestSupport

/// The environment of the build.
///
/// Kernel targets are optimised in debug builds too, so that tests run kernels at release speed. AVX2 code is
/// generated on x86-64 unless MYELON_PORTABLE is set; MYELON_SANITIZE switches all of it off.
let environment = Context.environment
#if arch(x86_64)
  let vectorFlags = environment["MYELON_PORTABLE"] == nil ? ["-Xcc", "-march=x86-64-v3"] : []
#else
  let vectorFlags: [String] = []
#endif
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]
let kernel: [SwiftSetting] =
  house + (environment["MYELON_SANITIZE"] == nil ? [.unsafeFlags(["-O"] + vectorFlags)] : [])

let package = Package(
  name: "Myelon",
  products: [
    .executable(name: "myelon", targets: ["myelon"]),
    .library(name: "ISNCSCI", targets: ["ISNCSCI"]),
    .library(name: "NIfTI", targets: ["NIfTI"]),
    .library(name: "AnnData", targets: ["AnnData"]),
    .library(name: "Tractogram", targets: ["Tractogram"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // MARK: - Row 0
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CHDF5", pkgConfig: "hdf5", providers: [.apt(["libhdf5-dev"])]),
    .target(name: "MyelonQuantities", swiftSettings: house),
    .target(name: "MyelonFiles", swiftSettings: house),
    .target(name: "MyelonRandom", swiftSettings: kernel),
    .target(name: "MyelonSolvers", swiftSettings: kernel),

    // MARK: - Row 1
    .target(
      name: "MyelonFields", dependencies: ["MyelonSolvers", "MyelonQuantities"], swiftSettings: kernel),
    .target(name: "NIfTI", dependencies: ["MyelonFiles", "CZlib"], swiftSettings: house),
    .target(name: "AnnData", dependencies: ["MyelonFiles", "CHDF5"], swiftSettings: house),
    .target(name: "Tractogram", dependencies: ["MyelonFiles"], swiftSettings: house),

    // MARK: - Row 2
    .target(
      name: "MyelonAnatomy", dependencies: ["MyelonQuantities", "MyelonFields", "NIfTI"],
      swiftSettings: kernel),
    .target(name: "ISNCSCI", swiftSettings: kernel),
    .target(
      name: "MyelonStatistics",
      dependencies: ["MyelonQuantities", "MyelonRandom", "MyelonSolvers", "MyelonFields"],
      swiftSettings: kernel),

    // MARK: - Rows 3 to 7
    .target(
      name: "MyelonStimulation",
      dependencies: [
        "MyelonQuantities", "MyelonRandom", "MyelonSolvers", "MyelonFields", "MyelonAnatomy",
      ],
      swiftSettings: kernel),
    .target(
      name: "MyelonImaging",
      dependencies: ["MyelonQuantities", "MyelonFields", "MyelonAnatomy", "NIfTI"], swiftSettings: kernel),
    .target(
      name: "MyelonTrialDesigns",
      dependencies: ["MyelonQuantities", "MyelonRandom", "MyelonFields", "MyelonStatistics"],
      swiftSettings: kernel),
    .target(
      name: "MyelonLesion",
      dependencies: [
        "MyelonQuantities", "MyelonRandom", "MyelonSolvers", "MyelonFields", "MyelonAnatomy",
        "MyelonStimulation",
      ],
      swiftSettings: kernel),
    .target(
      name: "MyelonTherapies",
      dependencies: [
        "MyelonQuantities", "MyelonRandom", "MyelonSolvers", "MyelonFields", "MyelonAnatomy",
        "MyelonStimulation",
        "MyelonLesion",
      ],
      swiftSettings: kernel),
    .target(
      name: "MyelonRegrowth",
      dependencies: [
        "MyelonQuantities", "MyelonRandom", "MyelonFields", "MyelonAnatomy", "MyelonStimulation",
        "MyelonLesion",
      ],
      swiftSettings: kernel),
    .target(
      name: "MyelonRecovery",
      dependencies: [
        "MyelonQuantities", "MyelonRandom", "MyelonFields", "MyelonAnatomy", "ISNCSCI", "MyelonStimulation",
        "MyelonLesion", "MyelonRegrowth",
      ],
      swiftSettings: house),
    .target(
      name: "MyelonSimulation",
      dependencies: [
        "MyelonFiles", "MyelonQuantities", "MyelonRandom", "MyelonFields", "MyelonAnatomy", "NIfTI",
        "ISNCSCI",
        "MyelonStimulation", "MyelonLesion", "MyelonTherapies", "MyelonRegrowth", "MyelonRecovery", "AnnData",
        "Tractogram",
        .product(name: "Yams", package: "Yams"),
      ],
      // In the code and not in a bundle beside it, so that the program finds them wherever it is copied to.
      resources: [.embedInCode("ProductLibrary/Products")],
      swiftSettings: house),

    // MARK: - Row 8
    .target(
      name: "MyelonStudies",
      dependencies: [
        "MyelonFiles", "MyelonQuantities", "MyelonRandom", "MyelonFields", "MyelonAnatomy", "ISNCSCI",
        "MyelonStatistics",
        "MyelonImaging", "MyelonLesion", "MyelonTherapies", "MyelonRegrowth", "MyelonRecovery",
        "MyelonSimulation",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: house),

    // MARK: - Rows 9 to 11
    .target(
      name: "MyelonTrials",
      dependencies: [
        "MyelonQuantities", "MyelonRandom", "MyelonFields", "MyelonAnatomy", "ISNCSCI", "MyelonStatistics",
        "MyelonTrialDesigns", "MyelonLesion", "MyelonTherapies", "MyelonRecovery", "MyelonSimulation",
        "MyelonStudies",
      ],
      swiftSettings: kernel),
    .target(
      name: "MyelonValidation",
      dependencies: [
        "MyelonQuantities", "MyelonFields", "MyelonAnatomy", "MyelonStatistics", "MyelonLesion",
        "MyelonTherapies", "MyelonSimulation", "MyelonStudies",
      ],
      swiftSettings: house),
    .target(
      name: "MyelonReport",
      dependencies: [
        "MyelonFiles", "MyelonQuantities", "MyelonFields", "MyelonAnatomy", "NIfTI", "ISNCSCI",
        "MyelonStatistics",
        "MyelonStimulation", "MyelonLesion", "MyelonTherapies", "MyelonRegrowth", "MyelonRecovery",
        "MyelonSimulation", "MyelonStudies", "MyelonTrialDesigns", "MyelonTrials", "Tractogram",
      ],
      swiftSettings: kernel),
    .executableTarget(
      name: "myelon",
      dependencies: [
        "MyelonQuantities", "MyelonSolvers", "MyelonFields", "MyelonAnatomy", "NIfTI", "ISNCSCI",
        "MyelonStatistics", "MyelonStimulation", "MyelonImaging", "MyelonLesion", "MyelonTherapies",
        "MyelonRegrowth", "MyelonRecovery", "MyelonSimulation", "MyelonStudies", "MyelonTrialDesigns",
        "MyelonTrials", "MyelonValidation", "MyelonReport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),

    // MARK: - Tests
    .target(name: "MyelonTestSupport", path: "Sources/MyelonTestSupport", swiftSettings: house),
    .testTarget(
      name: "ISNCSCITests", dependencies: ["ISNCSCI", "MyelonTestSupport"], swiftSettings: house),
    .testTarget(
      name: "NIfTITests", dependencies: ["MyelonFiles", "NIfTI", "MyelonTestSupport"], swiftSettings: house),
    .testTarget(
      name: "MyelonFilesTests", dependencies: ["MyelonFiles", "MyelonTestSupport"], swiftSettings: house),
    .testTarget(
      name: "MyelonAnatomyTests",
      dependencies: ["MyelonAnatomy", "MyelonFields", "NIfTI", "MyelonTestSupport"], swiftSettings: house),
    .testTarget(
      name: "MyelonFieldsTests",
      dependencies: ["MyelonFields", "MyelonSolvers", "MyelonTestSupport"], swiftSettings: house),
    .testTarget(
      name: "MyelonStimulationTests",
      dependencies: [
        "MyelonSolvers", "MyelonQuantities", "MyelonFields", "MyelonAnatomy", "MyelonStimulation",
        "MyelonTestSupport",
      ],
      swiftSettings: house),
    // Optimised, because its test images are formulas asked at millions of voxels.
    .testTarget(
      name: "MyelonImagingTests",
      dependencies: [
        "MyelonQuantities", "MyelonFields", "MyelonAnatomy", "NIfTI", "MyelonImaging", "MyelonTestSupport",
      ],
      swiftSettings: kernel),
    .testTarget(
      name: "MyelonLesionTests",
      dependencies: [
        "MyelonQuantities", "MyelonRandom", "MyelonFields", "MyelonAnatomy", "MyelonLesion",
        "MyelonStimulation", "MyelonTestSupport",
      ],
      swiftSettings: house),
    .testTarget(
      name: "MyelonTherapiesTests",
      dependencies: [
        "MyelonQuantities", "MyelonRandom", "MyelonFields", "MyelonAnatomy", "MyelonLesion",
        "MyelonTherapies", "MyelonStimulation", "MyelonTestSupport",
      ],
      swiftSettings: house),
    .testTarget(
      name: "MyelonRegrowthTests",
      dependencies: [
        "MyelonQuantities", "MyelonRandom", "MyelonFields", "MyelonAnatomy", "MyelonLesion",
        "MyelonRegrowth", "MyelonStimulation", "MyelonTestSupport",
      ],
      swiftSettings: house),
    .testTarget(
      name: "TractogramTests", dependencies: ["Tractogram", "MyelonTestSupport"], swiftSettings: house),
    // Reads tables back with HDF5 itself.
    .testTarget(
      name: "AnnDataTests", dependencies: ["AnnData", "CHDF5", "MyelonTestSupport"], swiftSettings: house),
    .testTarget(
      name: "MyelonQuantitiesTests",
      dependencies: [
        "MyelonQuantities", "MyelonAnatomy", "MyelonLesion", "MyelonTherapies", "MyelonRegrowth",
        "MyelonRecovery", "MyelonTestSupport",
      ],
      swiftSettings: house),
    .testTarget(
      name: "MyelonStatisticsTests",
      dependencies: ["MyelonQuantities", "MyelonRandom", "MyelonFields", "MyelonStatistics"],
      swiftSettings: house),
    .testTarget(
      name: "MyelonTrialDesignsTests",
      dependencies: [
        "MyelonQuantities", "MyelonRandom", "MyelonFields", "MyelonStatistics", "MyelonTrialDesigns",
      ],
      swiftSettings: house),
    .testTarget(
      name: "MyelonRandomTests", dependencies: ["MyelonRandom", "MyelonTestSupport"], swiftSettings: house),
    .testTarget(
      name: "MyelonRecoveryTests",
      dependencies: [
        "MyelonQuantities", "MyelonRandom", "MyelonFields", "MyelonAnatomy", "ISNCSCI", "MyelonLesion",
        "MyelonRegrowth", "MyelonRecovery", "MyelonStimulation", "MyelonTestSupport",
      ],
      swiftSettings: house),
    .testTarget(
      name: "MyelonSimulationTests",
      dependencies: [
        "MyelonRandom", "MyelonQuantities", "MyelonSimulation", "MyelonRecovery", "MyelonLesion",
        "MyelonTherapies", "MyelonRegrowth", "MyelonAnatomy",
        "MyelonFields", "ISNCSCI", "NIfTI", "AnnData", "Tractogram", "MyelonStimulation", "MyelonTestSupport",
      ],
      swiftSettings: house),
    .testTarget(
      name: "MyelonReportTests",
      dependencies: [
        "MyelonQuantities", "MyelonRandom", "MyelonFields", "MyelonAnatomy", "NIfTI", "ISNCSCI",
        "MyelonStatistics", "MyelonStimulation", "MyelonLesion", "MyelonTherapies", "MyelonRegrowth",
        "MyelonRecovery", "MyelonSimulation", "MyelonStudies", "MyelonTrialDesigns", "MyelonTrials",
        "MyelonReport", "Tractogram", "MyelonTestSupport",
      ],
      swiftSettings: house),
    .testTarget(
      name: "MyelonStudiesTests",
      dependencies: [
        "MyelonQuantities", "MyelonRandom", "MyelonFields", "MyelonAnatomy", "ISNCSCI", "MyelonStatistics",
        "MyelonLesion", "MyelonRecovery", "MyelonSimulation", "MyelonStudies", "MyelonTestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: house),
    .testTarget(
      name: "MyelonTrialsTests",
      dependencies: [
        "MyelonQuantities", "MyelonRandom", "MyelonFields", "MyelonAnatomy", "ISNCSCI", "MyelonStatistics",
        "MyelonTrialDesigns", "MyelonLesion", "MyelonRecovery", "MyelonSimulation", "MyelonStudies",
        "MyelonTrials", "MyelonTestSupport",
      ],
      swiftSettings: house),
    .testTarget(
      name: "MyelonValidationTests",
      dependencies: [
        "MyelonQuantities", "MyelonLesion", "MyelonTherapies", "MyelonFields", "MyelonStatistics",
        "MyelonSimulation", "MyelonStudies", "MyelonValidation", "MyelonTestSupport",
      ],
      swiftSettings: house),
    // Runs the built program as a process; depends on it so that it is built, and imports nothing of it.
    .testTarget(
      name: "CommandLineTests", dependencies: ["ISNCSCI", "MyelonStatistics", "MyelonStudies", "myelon"],
      swiftSettings: house),
  ],
  swiftLanguageModes: [.v6]
)
