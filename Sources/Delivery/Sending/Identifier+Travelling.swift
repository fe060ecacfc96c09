import Foundation
package import Store

extension Identifier where Of == Kept.OutboxRow {
    /// As it travels through a gateway: 32 small hexadecimal digits.
    package var travelling: String { uuid.uuidString.lowercased().filter { $0 != "-" } }

    /// nil where it is none of ours.
    package init?(travelling text: String) {
        guard text.count == 32, text.allSatisfy({ $0.isHexDigit }) else { return nil }
        var dashed = text
        for offset in [8, 13, 18, 23] { dashed.insert("-", at: dashed.index(dashed.startIndex, offsetBy: offset)) }
        guard let uuid = UUID(uuidString: dashed) else { return nil }
        self.init(uuid)
    }
}
