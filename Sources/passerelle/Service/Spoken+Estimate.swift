import Delivery
import Foundation

extension Spoken {
    /// `12 messages, 14 parts, 168 XAF`
    func words(for estimate: Estimate) -> String {
        var words = [
            "\(estimate.messages) messages", say(fr: "\(estimate.parts) parties", en: "\(estimate.parts) parts"),
        ]
        words += estimate.money.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        if estimate.partsWithoutPrice > 0 {
            words.append(
                say(
                    fr: "prix inconnu pour \(estimate.partsWithoutPrice) parties (part-price)",
                    en: "price unknown of \(estimate.partsWithoutPrice) parts (part-price)"))
        }
        return words.joined(separator: ", ")
    }
}
