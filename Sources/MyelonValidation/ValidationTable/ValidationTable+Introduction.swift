extension ValidationTable {
  /// What the page is and how to read it.
  public static let introduction = """
    # Validation

    What the model does beside what was published, made by `myelon validate --output Docs/Validation.md`. Research software:
    it predicts nobody's outcome. Natural history of people: [NaturalHistory.md](NaturalHistory.md). How the two halves
    were made, what was calibrated and what the adversarial checks say: [Trust.md](Trust.md).

    - Every study is a file of `Validation/`: its arms as a scenario, its findings as rows, and what of it the model cannot say.
      **Fit** studies are those on which numbers of the model were set; **held out** ones were never used for that.
    - An animal is a seed: the same animal lives every arm. Simulated values are the mean ± standard deviation over animals
      of expected scores, without an examiner's error.
    - A number agrees when it lies within 1.96 standard errors of the difference: the published error (15 %, at
      least half a BBB point, where none was given) and the simulated one. ± without SD or SE is how far off a recalled number may be.
    - A direction agrees when the animals' differences have the published sign in a two-sided sign test at 5 % and their mean
      is no smaller than half a BBB point, 5 points of reaching, or a tenth of the reference (and 0.5 mm, 12 axons, 0.1 mm3 or a
      risk of 1 %). "No difference" agrees when not both hold.

    """
}
