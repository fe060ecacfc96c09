import Dialogs
import Foundation
import Gateways
import HTTPTypes

/// Reads what an `http-ussd` channel says of its gateway's requests and answers.
struct ShapeReading {
    let path: String
    let file: String
    /// Whether the channel says what is dialled.
    let hasCode: Bool
    private(set) var problems: [ConfigurationProblem] = []

    /// Every setting in it, by its place in the channel: each can be overridden by the environment.
    static let settings: [[String]] =
        ["method", "from", "session", "number", "text", "typed", "code", "network", "step"].map { ["request", $0] }
        + ["text", "field", "words"].map { ["begins", $0] } + ["field", "words", "answer"].map { ["ends", $0] }
        + ["type", "body"].map { ["answer", $0] } + ["header", "last", "more"].map { ["answer", "end", $0] }

    init(path: String, file: String, hasCode: Bool) {
        self.path = path
        self.file = file
        self.hasCode = hasCode
    }

    /// nil where something is wrong, and `problems` says what.
    mutating func shape(_ channel: inout SettingReader) -> HTTPUSSD.Shape? {
        let parts = ["request", "begins", "answer"].map { (name: $0, setting: channel.take($0)) }
        for part in parts where part.setting == nil { channel.miss(part.name) }
        let ends = channel.take("ends")
        guard let described = parts[0].setting, let began = parts[1].setting, let answered = parts[2].setting else { return nil }
        // Each tells its own problems, so all are read before any is missed.
        let request = self.request(described)
        let beginning = self.beginning(began)
        let ending = ends.flatMap { self.ending($0) }
        let answer = self.answer(answered)
        guard problems.isEmpty, let request, let beginning, let answer else { return nil }
        return HTTPUSSD.Shape(request: request, beginning: beginning, ending: ending, answer: answer)
    }

    private enum Method: String, CaseIterable { case get, post }

    private mutating func request(_ setting: Setting) -> HTTPUSSD.Request? {
        var reader = SettingReader(setting, path: "\(path).request", file: file)
        reader.require(["from", "session", "number", "text"], in: setting)
        let source: HTTPUSSD.Source? = reader.choice("from")
        let sent = setting["method"]
        let method: Method? = reader.choice("method")
        if let source, let method, let sent, (source == .query) != (method == .get) {
            reader.refuse(
                sent, "method",
                fr: "get avec « from: query », et post avec form, json ou xml : un numéro n'a rien à faire dans l'adresse d'un POST",
                en: "get with `from: query`, and post with form, json or xml: a number has no business in the address of a POST")
        }
        let names = (session: reader.text("session"), number: reader.text("number"), text: reader.text("text"))
        let further = (code: reader.text("code"), network: reader.text("network"), step: reader.text("step"))
        let typed: HTTPUSSD.Typed = reader.choice("typed") ?? .last
        guard let source, let session = names.session, let number = names.number, let text = names.text else { return finish(reader, nil) }
        return finish(
            reader,
            HTTPUSSD.Request(
                source: source, session: session, number: number, text: text, typed: typed, code: further.code, network: further.network,
                step: further.step))
    }

    private enum Text: String, CaseIterable { case code, empty }

    private mutating func beginning(_ setting: Setting) -> HTTPUSSD.Beginning? {
        var reader = SettingReader(setting, path: "\(path).begins", file: file)
        let place = setting["text"]
        let text: Text? = reader.choice("text")
        let word = (field: reader.text("field"), words: reader.texts("words"))
        switch (text, word.field, word.words) {
        case (.code, nil, nil):
            if !hasCode, let place {
                reader.refuse(
                    place, "text", fr: "aussi « code » au canal : on reconnaît le début à ce qui est composé",
                    en: "`code` in the channel as well: a beginning is known by what is dialled")
            }
            return finish(reader, .textIsCode)
        case (.empty, nil, nil): return finish(reader, .textIsEmpty)
        case (nil, let field?, let words?) where place == nil && !words.isEmpty:
            return finish(reader, .word(in: field, oneOf: words))
        default:
            if reader.problems.isEmpty {
                problems.append(
                    ConfigurationProblem(
                        at: setting.place,
                        fr:
                            "« \(path).begins » veut « text: code », « text: empty », ou « field » et « words » : { field: TYPE, words: [\"1\"] }",
                        en: "“\(path).begins” takes `text: code`, `text: empty`, or `field` and `words`: { field: TYPE, words: [\"1\"] }"))
            }
            return finish(reader, nil)
        }
    }

    private mutating func ending(_ setting: Setting) -> HTTPUSSD.Ending? {
        var reader = SettingReader(setting, path: "\(path).ends", file: file)
        reader.require(["field", "words"], in: setting)
        let field = reader.text("field")
        let words = reader.texts("words")
        let answer = reader.text("answer") ?? ""
        guard let field, let words else { return finish(reader, nil) }
        return finish(reader, HTTPUSSD.Ending(field: field, words: words, answer: answer))
    }

    private mutating func answer(_ setting: Setting) -> HTTPUSSD.Answer? {
        var reader = SettingReader(setting, path: "\(path).answer", file: file)
        reader.require(["type", "body", "end"], in: setting)
        let type: HTTPUSSD.AnswerType? = reader.choice("type")
        let body = reader.text("body").flatMap { template($0, at: setting["body"]?.place) }
        let end = reader.take("end").flatMap { endMark($0) }
        guard let type, let body, let end, let place = setting["body"], let marked = setting["end"] else { return finish(reader, nil) }
        if end.header == nil, marked["header"] == nil, !body.pieces.contains(.end) {
            problems.append(
                ConfigurationProblem(
                    at: marked.place,
                    fr:
                        "« \(path).answer.end » veut « header », ou {{end}} dans « body » : la passerelle doit savoir si la session continue",
                    en: "“\(path).answer.end” takes `header`, or {{end}} in `body`: the gateway has to know whether the session goes on"))
        }
        if !body.pieces.contains(.text) {
            reader.refuse(place, "body", fr: "{{text}} là où va l'écran", en: "{{text}} where the screen goes")
        }
        let answer = HTTPUSSD.Answer(type: type, body: body, end: end)
        if let sample = answer.unreadable {
            reader.refuse(
                place, "body", fr: "un texte qui reste du \(type.rawValue) une fois rempli ; ceci n'en est pas : \(sample)",
                en: "a text that is still \(type.rawValue) when filled in; this is none: \(sample)")
        }
        return finish(reader, answer)
    }

    private mutating func template(_ body: String, at place: Place?) -> HTTPUSSD.Template? {
        do {
            return try HTTPUSSD.Template(parsing: body)
        } catch {
            problems.append(
                .unknownPlace(error.name, among: HTTPUSSD.Template.places.map(\.key), in: "\(path).answer.body", at: place))
            return nil
        }
    }

    private mutating func endMark(_ setting: Setting) -> HTTPUSSD.EndMark? {
        var reader = SettingReader(setting, path: "\(path).answer.end", file: file)
        reader.require(["last", "more"], in: setting)
        let last = reader.text("last")
        let more = reader.text("more")
        let named = setting["header"]
        let name = reader.text("header")
        let header = name.flatMap { HTTPField.Name($0) }
        if let name, let named, header == nil {
            reader.refuse(
                named, "header", fr: "un nom d'en-tête HTTP, et non « \(name) »", en: "the name of an HTTP header, which “\(name)” is not")
        }
        if let named, let last, let more, !(last + more).utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) {
            reader.refuse(
                named, "header", fr: "des mots sans accents dans « last » et « more »", en: "plain ASCII words in `last` and `more`")
        }
        if let last, let more, last == more {
            reader.refuse(setting, "last", fr: "un autre mot que « more »", en: "another word than `more`")
        }
        guard let last, let more else { return finish(reader, nil) }
        return finish(reader, HTTPUSSD.EndMark(header: header, last: last, more: more))
    }

    private mutating func finish<Part>(_ reader: SettingReader, _ part: Part?) -> Part? {
        problems += reader.finished()
        return part
    }
}
