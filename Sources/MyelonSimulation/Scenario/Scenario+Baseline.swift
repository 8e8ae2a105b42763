extension Scenario {
  /// What is known of a subject whose injury is not known but is to be found from it.
  ///
  /// Paths are as written: relative ones start at the scenario's directory.
  public struct Baseline: Sendable, Hashable, Codable {
    /// File with the neurological examination, in any form that `myelon classify` reads.
    public var examination: String
    /// Identifier of the examination in a file that holds several; nil in a file that holds one.
    public var identifier: String?
    /// Day after injury of the examination.
    public var day: Double
    /// The images; nil without.
    public var image: Image?
    /// Proteins in serum; nil without.
    public var serum: Serum?

    /// Masks of a lesion and its cord.
    public struct Image: Sendable, Hashable, Codable {
      /// What the labels of levels number.
      public enum Numbering: String, Sendable, Hashable, Codable, CaseIterable {
        /// Vertebrae, and the discs above them.
        case vertebrae
        /// Spinal segments.
        case segments
      }

      /// Mask of the lesion.
      public var lesion: String
      /// Mask of the cord, lesion included.
      public var cord: String
      /// Labels of levels; nil where the injury's level alone says where the lesion is.
      public var levels: String?
      /// What the labels number.
      public var numbering: Numbering
      /// Day after injury of the images.
      public var day: Double

      /// Names the images.
      ///
      /// - Parameters:
      ///   - lesion: mask of the lesion.
      ///   - cord: mask of the cord.
      ///   - levels: labels of levels, or nil.
      ///   - numbering: what the labels number.
      ///   - day: day after injury.
      public init(
        lesion: String, cord: String, levels: String? = nil, numbering: Numbering = .vertebrae, day: Double
      ) {
        self.lesion = lesion
        self.cord = cord
        self.levels = levels
        self.numbering = numbering
        self.day = day
      }
    }

    /// Proteins of nerve and glia in serum.
    public struct Serum: Sendable, Hashable, Codable {
      /// Neurofilament light chain, pg/mL; nil when not measured.
      public var neurofilament: Double?
      /// Glial fibrillary acidic protein, pg/mL; nil when not measured.
      public var glialFibrillaryProtein: Double?
      /// Day after injury of the sample.
      public var day: Double

      /// States what was measured.
      ///
      /// - Parameters:
      ///   - neurofilament: neurofilament light chain, pg/mL, or nil.
      ///   - glialFibrillaryProtein: glial fibrillary acidic protein, pg/mL, or nil.
      ///   - day: day after injury of the sample.
      public init(neurofilament: Double? = nil, glialFibrillaryProtein: Double? = nil, day: Double) {
        self.neurofilament = neurofilament
        self.glialFibrillaryProtein = glialFibrillaryProtein
        self.day = day
      }
    }

    /// States what is known.
    ///
    /// - Parameters:
    ///   - examination: file with the neurological examination.
    ///   - identifier: identifier of the examination in that file, or nil.
    ///   - day: day after injury of the examination.
    ///   - image: the images, or nil.
    ///   - serum: proteins in serum, or nil.
    public init(
      examination: String, identifier: String? = nil, day: Double, image: Image? = nil, serum: Serum? = nil
    ) {
      self.examination = examination
      self.identifier = identifier
      self.day = day
      self.image = image
      self.serum = serum
    }
  }
}
