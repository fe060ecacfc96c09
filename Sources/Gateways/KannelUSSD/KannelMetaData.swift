import HTTPTypes

/// The optional parameters (TLVs) of an SMPP message as Kannel 1.4.5 hands them over in `X-Kannel-Meta-Data`:
/// `?smpp?ussd_service_op=%01&its_session_info=%00%FF&`. Only those come for which kannel.conf has a group `smpp-tlv`.
struct KannelMetaData: Equatable, Sendable {
    /// Values as they stand there, percent signs and all.
    private var values: [String: String] = [:]

    init(_ request: WebRequest) throws(Refusal) {
        guard let name = HTTPField.Name("X-Kannel-Meta-Data"), let header = request.headers[name] else {
            throw Refusal("The header X-Kannel-Meta-Data is missing; kannel.conf must have the groups smpp-tlv.")
        }
        // Groups follow each other, each with its name between two question marks; in names and values these are escaped.
        let pieces = header.split(separator: "?", omittingEmptySubsequences: false).dropFirst()
        for (group, parameters) in zip(pieces, pieces.dropFirst()) where group.lowercased() == "smpp" {
            for parameter in parameters.split(separator: "&") {
                guard let equals = parameter.firstIndex(of: "=") else { continue }
                values[String(parameter[..<equals])] = String(parameter[parameter.index(after: equals)...])
            }
        }
    }

    /// As it came, to be sent back as it is; nil where it did not come, or is empty.
    func raw(_ name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }

    func bytes(_ name: String) throws(Refusal) -> [UInt8]? {
        guard let raw = raw(name) else { return nil }
        var bytes: [UInt8] = []
        try Form.forEachPair(in: Array("v=\(raw)".utf8)) { _, value, _ in bytes = value }
        return bytes
    }

    /// A parameter of one octet. Kannel 1.4.5 hands the octet itself over (`%12` is 18) although the group says `type = integer`; what is
    /// written in digits is a number all the same.
    func number(_ name: String) throws(Refusal) -> Int? {
        guard let bytes = try bytes(name) else { return nil }
        if let digits = Int(String(decoding: bytes, as: UTF8.self)), digits >= 0 { return digits }
        return bytes.count == 1 ? Int(bytes[0]) : nil
    }
}
