import RussianMorphology
import RussianText
import TextRules

/// A noun behind a number, in the form that the number asks of it.
///
/// «два завода», «пять заводов», «двадцать один завод», «пяти заводам», «2,5 завода».
struct CountedNoun {
  var amount: Amount
  var phrase: Range<Int>
  var head: Int

  /// The forms that a number may ask for.
  private var forms: [Grammemes] {
    let number = amount.high
    guard let whole = number.intValue else { return [[.gent, .sing], [.gent, .plur]] }
    let (unit, teens) = (whole.magnitude % 10, whole.magnitude % 100)
    if unit == 1, teens != 11 { return [[.sing]] }
    if (2...4).contains(unit), !(12...14).contains(teens) {
      return [[.gent, .sing], [.gent, .plur], [.datv, .plur], [.ablt, .plur], [.loct, .plur]]
    }
    return [[.gent, .plur], [.datv, .plur], [.ablt, .plur], [.loct, .plur]]
  }

  func agrees(in context: KindContext) -> Bool {
    let forms = forms
    if context.isFunctional(head) { return false }
    // «моделей автомобилей», but not «ракет из» or «групп молодых людей».
    for complement in head + 1..<max(phrase.upperBound, head + 1) {
      if context.isFunctional(complement) || context.hasAnalysis(complement, .ADJF) {
        return false
      }
    }
    guard forms.contains(where: { context.hasAnalysis(head, $0.union(.NOUN)) }) else { return false }
    for index in phrase.lowerBound..<head {
      let isPlural = context.hasAnalysis(index, [.plur])
      let isSingular = forms.contains([.sing]) && context.hasAnalysis(index, [.sing])
      if !isPlural, !isSingular { return false }
    }
    return true
  }
}
