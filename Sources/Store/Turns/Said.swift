import Foundation

/// The words of a turn, as they lie in one box.
struct Said: Equatable, Sendable {
    /// nil where what was asked is private, or is not to be kept.
    var typed: String?
    /// Without private answers.
    var shown: String?
    /// What went out, where that is more than `shown`: a retry gets it again.
    var reply: String?

    /// nil where nothing was.
    func sealed(by sealer: Sealer) throws -> [UInt8]? {
        if typed == nil && shown == nil && reply == nil { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(3 * Self.lengthSize + (typed?.utf8.count ?? 0) + (shown?.utf8.count ?? 0) + (reply?.utf8.count ?? 0))
        for text in [typed, shown, reply] { Self.write(text, to: &bytes) }
        return try sealer.box(bytes, .said)
    }

    private static func write(_ text: String?, to bytes: inout [UInt8]) {
        // One more than it has bytes, so that nothing is not the same as an empty text.
        withUnsafeBytes(of: UInt32(text.map { $0.utf8.count + 1 } ?? 0).littleEndian) { bytes.append(contentsOf: $0) }
        guard var text else { return }
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    private static let lengthSize = MemoryLayout<UInt32>.size

    /// - Parameter first: where the columns `said`, `typed`, `shown` and `reply` begin; the last three hold what was written before there was
    ///   the first.
    init(_ row: Row, from first: Int, _ sealer: Sealer) throws {
        guard let box = row[first] as [UInt8]? else {
            typed = try (row[first + 1] as Data?).map { try sealer.text($0, .typed) }
            shown = try (row[first + 2] as Data?).map { try sealer.text($0, .shown) }
            reply = try (row[first + 3] as Data?).map { try sealer.text($0, .reply) }
            return
        }
        var rest = try sealer.open(box, .said)[...]
        typed = try Self.text(&rest)
        shown = try Self.text(&rest)
        reply = try Self.text(&rest)
    }

    init(typed: String?, shown: String?, reply: String?) {
        self.typed = typed
        self.shown = shown
        self.reply = reply
    }

    private static func text(_ rest: inout Data) throws -> String? {
        guard rest.count >= lengthSize else { throw Sealer.BadBox() }
        let length = rest.prefix(lengthSize).reversed().reduce(0) { $0 << 8 | Int($1) }
        rest = rest.dropFirst(lengthSize)
        guard length > 0 else { return nil }
        guard rest.count >= length - 1, let text = String(data: rest.prefix(length - 1), encoding: .utf8) else { throw Sealer.BadBox() }
        rest = rest.dropFirst(length - 1)
        return text
    }
}
