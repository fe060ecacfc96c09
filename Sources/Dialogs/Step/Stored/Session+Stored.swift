package import Foundation

/// How a session is stored: read and written in every turn, so it is bytes in a fixed order (DESIGN §10). What comes later is added at the
/// end, and read where it is there.
extension Session {
    /// The form's first byte; JSON, in which sessions were stored before, begins with a brace.
    private static let form: UInt8 = 1
    /// In bytes, of a session in the middle of a registration.
    private static let usualSize = 1_024

    package var stored: [UInt8] {
        var writer = ByteWriter(capacity: Self.usualSize)
        writer.write(Self.form)
        writer.write(language.rawValue)
        writer.write(answers)
        writer.write(touched)
        writer.write(place) { $0.write($1) }
        writer.write(mode.rawValue)
        writer.write(isWayOut)
        writer.write(page)
        writer.write(pageCount)
        writer.write(heading)
        writer.write(shown) { $0.write($1.written) }
        writer.write(history) { $0.write($1) }
        writer.write(home) { $0.write($1) }
        writer.write(misses)
        writer.write(walked) { $0.write($1) }
        writer.write(done) { $0.write($1) }
        writer.write(origins) { $0.write($1) }
        writer.write(reference?.digits) { $0.write($1) }
        writer.write(references) { $0.write($1.digits) }
        writer.write(loaded) { $0.write($1.digits) }
        writer.write(shownBy?.rawValue) { $0.write($1) }
        writer.write(brought) { $0.write($1) { $0.write($1) } }
        writer.write(pending) { $0.write($1) }
        writer.write(isBehind) { $0.write($1) }
        writer.write(told) { $0.write($1) }
        writer.write(isAsked) { $0.write($1) }
        return writer.bytes
    }

    package init(stored bytes: Data) throws {
        guard bytes.first == Self.form else {
            self = try JSONDecoder().decode(Session.self, from: bytes)
            return
        }
        self = try bytes.withUnsafeBytes { bytes in
            var reader = ByteReader(bytes)
            return try Session(reading: &reader)
        }
    }

    private init(reading reader: inout ByteReader) throws {
        _ = try reader.byte()
        language = Language(try reader.text())
        answers = try reader.few { try $0.givenAnswer() }
        touched = try reader.time()
        place = try reader.optional { try $0.frame() }
        mode = try reader.named()
        isWayOut = try reader.flag()
        page = try reader.number()
        pageCount = try reader.number()
        heading = try reader.text()
        shown = try reader.list { ShownOption(written: try $0.text()) }
        history = try reader.list { try $0.frame() }
        home = try reader.optional { try $0.frame() }
        misses = try reader.number()
        walked = try reader.few { try $0.text() }
        done = try reader.list { try $0.text() }
        origins = try reader.few { try $0.text() }
        reference = try reader.optional { try $0.reference() }
        references = try reader.few { try $0.reference() }
        loaded = try reader.few { try $0.reference() }
        shownBy = try reader.optional { try $0.named() }
        brought = try reader.optional { Set(try $0.list { try $0.text() }) }
        pending = try reader.optional { try $0.pending() }
        isBehind = try reader.optional { try $0.flag() }
        told = try reader.optional { try $0.told() }
        isAsked = try reader.optional { try $0.flag() }
    }
}
