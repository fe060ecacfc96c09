/// Takes out of a request or an answer what must not be shown.
///
/// - **Secrets**: every one that the channel is configured with, wherever it stands and however it is written; what stands behind a name that
///   a secret has, configured or not (a token that the gateway gave).
/// - **People**: their words, ours to them, and their numbers, wherever they stand.
/// - **Digits**: every run of five and more.
///
/// What is looked for is looked for in all readings: forms, JSON, XML, UTF-16 in hexadecimal, one inside the other, Base64.
struct Scrubber {
    let secrets: [Sought]
    let words: [Sought]
    let numbers: [Sought]

    /// - Parameter numbers: as E.164, or as they came.
    init(secrets: [Sought], words: [String], numbers: [String]) {
        self.secrets = secrets
        self.words = words.compactMap { Sought($0) }
        self.numbers = numbers.compactMap { number in Sought(number.filter { $0.isASCII && $0.isNumber }) }
    }

    /// What may be shown, and of which words all were found.
    struct Scrubbed {
        var masked: Masked
        var found: Set<Int> = []
    }

    func scrub(_ bytes: [UInt8]) -> Scrubbed { scrub(Masked(bytes)) }

    func scrub(_ masked: Masked) -> Scrubbed {
        var scrubbed = Scrubbed(masked: masked)
        for reading in Reading.all(of: masked.bytes) {
            Digits.hide(in: reading, &scrubbed.masked)
            SecretFields.hide(in: reading, &scrubbed.masked)
            for secret in secrets { _ = secret.hide(in: reading, &scrubbed.masked) }
            for (index, text) in words.enumerated() where text.hide(in: reading, &scrubbed.masked) { scrubbed.found.insert(index) }
            let squeezed = numbers.isEmpty ? nil : reading.withoutSeparators
            for number in numbers { if let squeezed { _ = number.hide(in: squeezed, &scrubbed.masked) } }
            Encoded.hide(secrets + words + numbers, in: reading, &scrubbed.masked)
        }
        return scrubbed
    }

    /// A header's value.
    func scrub(_ value: String, of name: String) -> String {
        SecretFields.isSecret(name) ? "•••" : scrub(Array(value.utf8)).masked.text()
    }

    /// The same where nothing is known of what it says.
    func measure(_ bytes: [UInt8], as layout: FieldLengths.Layout, showing codes: FieldLengths.Codes) -> Masked {
        var masked = Masked(bytes)
        FieldLengths.measure(&masked, as: layout, showing: codes)
        return scrub(masked).masked
    }

    func measure(_ value: String, of name: String) -> String {
        if SecretFields.isSecret(name) { return "•••" }
        let bytes = Array(value.utf8)
        return FieldLengths.Codes.known.shows(bytes, of: name) ? scrub(bytes).masked.text() : "•••(\(bytes.count))"
    }
}
