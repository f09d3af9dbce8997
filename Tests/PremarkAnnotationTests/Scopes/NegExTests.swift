import PremarkAnnotation
import Testing

/// Findings denied or not, as the NegEx test kit judges them (W. Chapman and others, Apache Licence 2.0,
/// github.com/chapmanbe/negex, Annotations-1-120); the finding stands in brackets.
@Suite struct NegExTests {
  static let rows: [(isDenied: Bool, text: String)] = [
    (true, "Denies shortness of breath, stridor, or [air hunger]."),
    (false, "She declined as she states this made her severely [nauseated] the last time she had it."),
    (true, "She showed no clinical signs or symptoms of [pneumonia]."),
    (true, "Musculoskeletal - No [arthralgias] or myalgias."),
    (true, "EKG Interpretation - A 12-lead EKG shows normal sinus rhythm with no [acute ischemic changes]."),
    (true, "The patient was not [lethargic] or agitated during the hospitalization."),
    (true, "SOCIAL HISTORY: Denies any [alcohol], tobacco or illicit drug use."),
    (false, "She did scrape up her [knees], but she was able to ambulate."),
    (true, "Heart - Regular rate and rhythm, no murmurs, gallops, or [rubs]."),
    (false, "Heart - [Regular rate] and rhythm, no murmurs, gallops, or rubs."),
    (true, "There was no evidence of [polyps]."),
    (true, "No [neck pain] or meningismus."),
    (true, "There are no rales or [rhonchi] noted on examination."),
    (true, "No [carotid bruits]."),
    (true, "SKIN: No [rashes]."),
    (true, "Denies [alcohol] or drugs."),
    (true, "No wheezes, rales, or [rhonchi]."),
    (true, "No [chest pain]."),
    (false, "Positive for [shortness of breath], no cough."),
    (true, "Positive for shortness of breath, no [cough]."),
    (true, "SOCIAL HISTORY: She denies any tobacco, [alcohol] or drug abuse."),
    (true, "Extremities reveal no [peripheral cyanosis] or edema."),
    (true, "No [clubbing] or cyanosis."),
    (true, "GENITOURINARY: No dysuria or [frequency]."),
    (true, "Extremities: No edema or [cyanosis]."),
    (true, "There are no [enlarged axillary intrathoracic lymph nodes]."),
    (true, "There was no evidence of ulceration, mass or [diverticula]."),
    (true, "ALLERGIES: no known [drug allergies]."),
    (true, "General - No [acute distress]."),
    (true, "No [pericardial effusion] is seen."),
    (true, "No [injury] proximal to his wrist."),
    (
      false,
      "An MRI done on the same day showed no biliary dilatation and positive for [cholecystolithiasis]."
    ),
    (true, "Extremities - No clubbing, [cyanosis], or edema."),
    (true, "There was no evidence of [esophageal varices] or gastric varices."),
    (true, "The heart size is normal without [pericardial effusion]."),
    (false, "The [heart size] is normal without pericardial effusion."),
    (true, "SOCIAL HISTORY: She denies any tobacco, alcohol or [drug abuse]."),
    (true, "I do not believe the patient is having an [acute MI] at this time."),
    (true, "He denies any [sputum production] or high fever."),
    (true, "Extremities reveal no peripheral cyanosis or [edema]."),
    (true, "ALLERGIES: He has no known [allergies]."),
    (true, "No [foreign body] visualized in the upper pharynx."),
    (true, "Denied any [abnormal bleeding] other than the bleeding from her vagina."),
    (true, "No murmurs, [rubs], or gallops."),
    (true, "There was no evidence of [polyps] or mass."),
    (true, "The patient's H and H were at baseline without any evidence of significant [anemia]."),
    (true, "Pulmonary - No [shortness of breath] or pleuritic chest pain."),
    (true, "Cardiovascular - Regular rate and rhythm, no murmurs, [rubs], gallops."),
    (true, "The extremities have no cyanosis, [clubbing], or edema."),
    (true, "The esophagus was entirely normal without signs of inflammation or [Barrett's esophagus]."),
    (true, "The patient had no chest pain or [shortness of breath]."),
    (true, "The patient had no signs of a [focal infection]."),
    (false, "intake and voiding without difficulty and [ambulating independently]."),
    (true, "The heart was in a regular rate and rhythm with no [murmurs] or rubs."),
    (true, "Does not give a history of deafness and denies any recent nausea, [vomiting] and diarrhea."),
    (true, "Does not give a history of [deafness] and denies any recent nausea, vomiting and diarrhea."),
    (true, "No paresthesia or [paralysis]."),
    (false, "REVIEW OF SYSTEMS: CONSTITUTIONAL: He has some [chills], but no fever."),
    (true, "REVIEW OF SYSTEMS: CONSTITUTIONAL: He has some chills, but no [fever]."),
    (true, "No [tongue elevation]."),
    (true, "Denies any [shortness of breath] or diaphoresis."),
    (true, "Denied any [headaches]."),
    (true, "No murmurs, rubs, or [gallops]."),
    (true, "Pulmonary - No shortness of breath or [pleuritic chest pain]."),
    (true, "Cardiovascular - Regular rate and rhythm, no murmurs, rubs, [gallops]."),
    (true, "She denies any [nausea]."),
    (true, "Extremities: No cyanosis or [clubbing], there is +2 pitting edema."),
    (false, "Extremities: No cyanosis or clubbing, there is +2 [pitting edema]."),
    (true, "OPHTHALMOLOGIC: Denies any [blurred vision]."),
    (true, "No masses or [organomegaly]."),
    (true, "GU - No [frequency], urgency, or dysuria."),
    (true, "She denies [change in bowel] or bladder habits."),
    (false, "The density occupying the posterior half of the left [globe] is redemonstrated with no change."),
    (true, "No [pain] proximal to his hand and otherwise has no other injuries."),
    (true, "No masses, [splenomegaly]."),
    (true, "RIGHT FEMUR: There are no [acute fractures] detected in the right femur."),
    (true, "He denied any [fever]."),
    (true, "Extremities: No [clubbing], cyanosis or edema."),
    (true, "In general, no [change in vision], diplopia or change in hearing."),
    (true, "No [discrete hepatic lesions] are shown."),
    (true, "Quantitative PCR testing for [BK virus] is negative."),
    (true, "Analysis showed no sign of [Human TR Beta 1] mRNA"),
    (true, "She does not like [Steve Jobs] but likes Apple products."),
    (false, "She does not like Steve Jobs but likes [Apple products]."),
    (true, "There is no evidence of [pneumonia] in the chest x-ray."),
  ]

  /// The share that has to come out right is of F1 over the denied ones: 2 tp / (2 tp + fp + fn).
  @Test func agreesWithTheKit() throws {
    var (right, wrong) = (0, 0)
    for row in Self.rows {
      let parts = row.text.split(whereSeparator: { $0 == "[" || $0 == "]" }).map(String.init)
      let start = row.text.hasPrefix("[") ? 0 : parts[0].utf8.count
      let annotated = try #require(Reading.block(row.text.filter { $0 != "[" && $0 != "]" }))
      let isDenied = annotated.negations.contains { $0.span.start <= start && start < $0.span.end }
      if isDenied, row.isDenied { right += 1 }
      if isDenied != row.isDenied { wrong += 1 }
    }
    #expect(Double(2 * right) / Double(2 * right + wrong) >= 0.95, "\(right) right, \(wrong) wrong")
  }
}
