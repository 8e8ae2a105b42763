// The files of `Products/` are compiled into the program (`.embedInCode` in the package's description), so that it
// finds them from any directory and after being copied elsewhere, which a resource bundle beside it would not allow.
extension ProductLibrary {
  /// The products shipped with the program.
  ///
  /// - Returns: the library; it is read once.
  /// - Throws: `ScenarioError` when a shipped file is at fault, which the tests exclude.
  public static func shipped() throws(ScenarioError) -> ProductLibrary {
    try readShipped.get()
  }

  /// The shipped files by name, in the order of lists.
  static let shippedFiles: [(name: String, bytes: [UInt8])] = [
    ("fetal-nsc.yaml", PackageResources.fetal_nsc_yaml),
    ("adult-npc.yaml", PackageResources.adult_npc_yaml),
    ("ipsc-npc.yaml", PackageResources.ipsc_npc_yaml),
    ("insc.yaml", PackageResources.insc_yaml),
    ("opc.yaml", PackageResources.opc_yaml),
    ("schwann.yaml", PackageResources.schwann_yaml),
    ("msc-bone-marrow.yaml", PackageResources.msc_bone_marrow_yaml),
    ("msc-adipose.yaml", PackageResources.msc_adipose_yaml),
    ("msc-umbilical.yaml", PackageResources.msc_umbilical_yaml),
    ("exosomes-msc.yaml", PackageResources.exosomes_msc_yaml),
  ]

  private static let readShipped: Result<ProductLibrary, ScenarioError> = {
    var library = ProductLibrary()
    for file in shippedFiles {
      let findings = FindingList(file: file.name)
      let reader = ProductReader(library: library, origin: .shipped, findings: findings)
      let records = reader.records(fromText: String(decoding: file.bytes, as: UTF8.self))
      guard findings.findings.isEmpty else { return .failure(findings.error) }
      for record in records { library.add(record) }
    }
    return .success(library)
  }()
}
