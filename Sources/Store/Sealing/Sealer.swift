import Crypto
import Dialogs
import Foundation
import Texting

/// Seals what only the key's holder may read, and hashes what must be found again without being read.
final class Sealer: Sendable {
    /// What a box holds; bound to it, so that one put in another's place does not open.
    enum Content: Int, CaseIterable {
        case number, reference, consent, answer, session, typed, shown, reply, message, check, said
    }

    /// What a hash is of; the same bytes of two kinds have nothing in common.
    enum Hashed: Int, CaseIterable {
        case number, trialNumber, reference, session, message, step, nameStart, check

        fileprivate var name: String {
            switch self {
            case .trialNumber: "trial number"
            case .nameStart: "name start"
            case .number, .reference, .session, .message, .step, .check: "\(self)"
            }
        }
    }

    struct BadBox: Error {}

    let keys: Keyring
    /// An HMAC of each kind with its key and its kind taken in, to go on from: half the work of a short one.
    private let begun: [HMAC<SHA256>]

    private static let names = Content.allCases.map { Array("\($0)".utf8) }

    init(keys: Keyring) {
        self.keys = keys
        begun = Hashed.allCases.map { kind in
            var hmac = HMAC<SHA256>(key: keys.index)
            hmac.update(data: Array(kind.name.utf8) + [0])
            return hmac
        }
    }

    private let nonces = Nonces()
    private let shorts = HashMemo<ShortHash>()
    private let numbers = HashMemo<[UInt8]>()

    /// Key's number, nonce, what was sealed, tag. The nonce is the system's choice: one that came from a seeded source could repeat.
    func box(_ bytes: some DataProtocol, _ content: Content) throws -> [UInt8] {
        guard let key = keys.seals[keys.current] else { throw BadBox() }
        let sealed = try AES.GCM.seal(bytes, using: key, nonce: nonces.next(), authenticating: Self.names[content.rawValue])
        guard let combined = sealed.combined else { throw BadBox() }
        return [UInt8](unsafeUninitializedCapacity: combined.count + 1) { box, used in
            box[0] = keys.current
            combined.withUnsafeBytes {
                UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(box)[1...]).copyMemory(from: $0)
            }
            used = box.count
        }
    }

    func box(_ text: String, _ content: Content) throws -> [UInt8] { try box(Array(text.utf8), content) }

    func open(_ box: some DataProtocol, _ content: Content) throws -> Data {
        guard let number = box.first, let key = keys.seals[number] else { throw BadBox() }
        return try AES.GCM.open(AES.GCM.SealedBox(combined: box.dropFirst()), using: key, authenticating: Self.names[content.rawValue])
    }

    func text(_ box: Data, _ content: Content) throws -> String {
        guard let text = try String(bytes: open(box, content), encoding: .utf8) else { throw BadBox() }
        return text
    }

    /// The whole of an HMAC-SHA256 under the index key.
    func hash(_ kind: Hashed, _ bytes: some DataProtocol) -> [UInt8] {
        digest(kind, bytes).withUnsafeBytes { [UInt8]($0) }
    }

    /// - Parameter session: the one that the text is said in.
    func short(_ kind: Hashed, in session: SessionKey? = nil, _ text: String) -> ShortHash {
        shorts.value(kind, session, text) {
            // Put together first: the library looks at each piece for a long time.
            var bytes: [UInt8] = []
            bytes.reserveCapacity(MemoryLayout<uuid_t>.size + text.utf8.count)
            if let session { withUnsafeBytes(of: session.hash.uuid.uuid) { bytes.append(contentsOf: $0) } }
            bytes.append(contentsOf: text.utf8)
            return ShortHash(of: digest(kind, bytes))
        }
    }

    private func digest(_ kind: Hashed, _ bytes: some DataProtocol) -> HMAC<SHA256>.MAC {
        var hmac = begun[kind.rawValue]
        hmac.update(data: bytes)
        return hmac.finalize()
    }
}

extension Sealer {
    func key(of number: PhoneNumber, _ realm: Realm) -> [UInt8] {
        let kind = realm == .people ? Hashed.number : .trialNumber
        return numbers.value(kind, nil, number.e164) { hash(kind, Array(number.e164.utf8)) }
    }

    func key(ofSession session: String, onChannel channel: String) -> SessionKey {
        SessionKey(hash: short(.session, "\(channel)\u{0}\(session)"))
    }

    func key(ofStep step: String, in session: SessionKey) -> ShortHash { short(.step, in: session, step) }

    func key(of reference: Reference) -> ShortHash { short(.reference, reference.digits) }

    /// One for the first three letters of each word, folded, so that a name can be found by its beginning.
    func nameStarts(of text: String) -> Set<ShortHash> {
        Set(Self.nameWords(of: text).map { short(.nameStart, String($0.prefix(3))) })
    }

    static func nameWords(of text: String) -> [String] {
        folded(text).split { !$0.isLetter }.map { String($0) }.filter { $0.count >= 3 }
    }

    func box(_ number: PhoneNumber) throws -> [UInt8] { try box(number.e164, .number) }

    func number(_ box: Data) throws -> PhoneNumber { try PhoneNumber(e164: text(box, .number)) }

    func reference(_ box: Data) throws -> Reference {
        guard let reference = try Reference(parsing: text(box, .reference)) else { throw BadBox() }
        return reference
    }
}
