/// The Prometheus text format 0.0.4.
struct Exposition {
    let instruments: [Measurements.Key: any Instrument]

    var text: String {
        var lines: [String] = []
        var last = ""
        for (key, instrument) in instruments.sorted(by: { ($0.key.name, $0.key.labels) < ($1.key.name, $1.key.labels) }) {
            if key.name != last {
                lines.append("# HELP \(key.name) \(Self.escaped(instrument.help))")
                lines.append("# TYPE \(key.name) \(type(of: instrument).type)")
                last = key.name
            }
            lines += instrument.samples.map { sample in
                let labels = [key.labels, sample.label ?? ""].filter { !$0.isEmpty }.joined(separator: ",")
                return "\(key.name)\(sample.suffix)\(labels.isEmpty ? "" : "{\(labels)}") \(sample.value)"
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// A label of the code as a name: `turn.duration` in nanoseconds is `turn_duration_seconds`.
    static func name(_ label: String, _ suffix: String) -> String {
        let name = String(label.map { isNameLetter($0) ? $0 : "_" }).lowercased()
        return name.hasSuffix(suffix) ? name : name + suffix
    }

    static func labels(_ dimensions: [(String, String)]) -> String {
        let pairs = dimensions.map { name, value in
            let safe = escaped(value).replacing("\"", with: "\\\"")
            return "\(String(name.map { isNameLetter($0) ? $0 : "_" }))=\"\(safe)\""
        }
        return pairs.sorted().joined(separator: ",")
    }

    static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        return value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
    }

    private static func escaped(_ text: String) -> String { text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n") }

    private static func isNameLetter(_ letter: Character) -> Bool {
        letter == "_" || letter.isASCII && (letter.isLetter || letter.isNumber)
    }
}
