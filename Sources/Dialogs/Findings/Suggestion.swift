/// `did you mean "region"?`, or what there is to choose from.
///
/// - Parameter otherwise: what to do where there is nothing to choose from.
package func suggestion(for word: String, among names: some Sequence<String>, otherwise: Bilingual = .none) -> Bilingual {
    let names = Array(names)
    if let near = nearest(to: word, among: names) {
        return Bilingual(fr: "vouliez-vous dire « \(near) » ?", en: "did you mean \"\(near)\"?")
    }
    guard !names.isEmpty else { return otherwise }
    let shown = names.sorted().prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
    return Bilingual(fr: "il y a : \(shown)", en: "there are: \(shown)")
}
