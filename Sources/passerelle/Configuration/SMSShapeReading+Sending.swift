import Dialogs
import Gateways
import HTTPTypes

extension SMSShapeReading {
    /// The request that hands a message over, and its answer.
    mutating func sending(_ setting: Setting) -> HTTPSMS.Sending? {
        var reader = SettingReader(setting, path: "\(path).send", file: file)
        reader.require(["method", "answer"], in: setting)
        let method: HTTPSMS.Sending.Method? = reader.choice("method")
        let path = reader.text("path").flatMap { template($0, of: nil, at: setting["path"], in: "send.path", &reader) }
        let headers = headers(reader.take("headers"))
        let body = body(&reader, setting)
        let encoding = reader.take("encoding").flatMap { self.encoding($0) }
        let answer = reader.take("answer").flatMap { self.answer($0) }
        if method == .get, let place = setting["body"] {
            reader.refuse(
                place, "body", fr: "« method: post » ou « put » : un GET n'a pas de corps", en: "`method: post` or `put`: a GET has no body"
            )
        }
        guard let method, let answer else { return finish(reader, nil) }
        let sending = HTTPSMS.Sending(
            method: method, path: path ?? HTTPSMS.Template(), headers: headers, body: body, encoding: encoding, answer: answer)
        holdTogether(sending, setting)
        return finish(reader, sending)
    }

    private mutating func holdTogether(_ sending: HTTPSMS.Sending, _ setting: Setting) {
        let places = sending.places
        if !places.contains(.text) || places.isDisjoint(with: [.to, .digits]) {
            problem(
                at: setting, fr: "« \(path).send » veut {{text}}, et {{to}} (+237…) ou {{digits}} (237…), dans « path » ou « body »",
                en: "“\(path).send” takes {{text}}, and {{to}} (+237…) or {{digits}} (237…), in `path` or `body`")
        }
        if places.contains(.encoding), sending.encoding == nil {
            problem(
                at: setting, fr: "{{encoding}} veut « \(path).send.encoding » : { gsm: \"0\", unicode: \"8\" }",
                en: "{{encoding}} takes “\(path).send.encoding”: { gsm: \"0\", unicode: \"8\" }")
        }
        if places.contains(.from), channel["sender"] == nil, channel["code"] == nil {
            problem(
                at: setting, fr: "il manque « \(path).sender » ou « \(path).code », que « send » appelle par {{from}}",
                en: "“\(path).sender” or “\(path).code” is missing, which `send` calls by {{from}}")
        }
        let missing = Set(places.flatMap(\.settings)).sorted().filter { channel[$0] == nil && channel["\($0)-file"] == nil }
        for name in missing {
            problem(
                at: setting, fr: "il manque « \(path).\(name) », que « send » appelle par {{\(name)}} ou {{basic}}",
                en: "“\(path).\(name)” is missing, which `send` calls by {{\(name)}} or {{basic}}")
        }
    }

    private mutating func headers(_ setting: Setting?) -> [HTTPSMS.Sending.Header] {
        guard let setting else { return [] }
        var reader = SettingReader(setting, path: "\(path).send.headers", file: file)
        var headers: [HTTPSMS.Sending.Header] = []
        for entry in setting.entries {
            guard let text = reader.text(entry.key) else { continue }
            guard let name = HTTPField.Name(entry.key) else {
                reader.refuse(entry.value, entry.key, fr: "un nom d'en-tête HTTP", en: "the name of an HTTP header")
                continue
            }
            guard let value = template(text, of: nil, at: entry.value, in: "send.headers.\(entry.key)", &reader) else { continue }
            if value.places.contains(.text) {
                reader.refuse(
                    entry.value, entry.key, fr: "autre chose que {{text}} : un SMS a des lettres et des lignes qu'un en-tête n'a pas",
                    en: "something else than {{text}}: an SMS has letters and lines that a header does not have")
            }
            headers.append(HTTPSMS.Sending.Header(name: name, value: value))
        }
        return finish(reader, headers) ?? []
    }

    private mutating func body(_ reader: inout SettingReader, _ setting: Setting) -> HTTPSMS.Sending.Body? {
        let type: HTTPUSSD.AnswerType? = reader.choice("type")
        guard let place = setting["body"], let text = reader.text("body") else { return nil }
        guard let type else {
            if setting["type"] == nil { reader.miss("type") }
            return nil
        }
        return template(text, of: type, at: place, in: "send.body", &reader).map { HTTPSMS.Sending.Body(type: type, template: $0) }
    }

    private mutating func encoding(_ setting: Setting) -> HTTPSMS.Sending.Encoding? {
        var reader = SettingReader(setting, path: "\(path).send.encoding", file: file)
        reader.require(["gsm", "unicode"], in: setting)
        guard let gsm = reader.text("gsm"), let unicode = reader.text("unicode") else { return finish(reader, nil) }
        return finish(reader, HTTPSMS.Sending.Encoding(gsm: gsm, unicode: unicode))
    }

    private mutating func answer(_ setting: Setting) -> HTTPSMS.Answer? {
        var reader = SettingReader(setting, path: "\(path).send.answer", file: file)
        reader.require(["from"], in: setting)
        let source: HTTPSMS.Answer.Source? = reader.choice("from")
        let statuses = reader.texts("status") ?? []
        if let place = setting["status"], !statuses.allSatisfy({ Int($0).map((200..<600).contains) == true }) {
            reader.refuse(place, "status", fr: "des codes HTTP : [200, 202]", en: "HTTP statuses: [200, 202]")
        }
        let field = reader.text("field")
        let price = reader.text("price")
        let id = reader.text("id").flatMap { self.id($0, source, setting, &reader) }
        let words = words(HTTPSMS.Verdict.self, &reader, setting)
        if let source { holdTogether(source, field, words, setting, &reader) }
        guard let source else { return finish(reader, nil) }
        return finish(
            reader,
            HTTPSMS.Answer(source: source, statuses: statuses.compactMap { Int($0) }, field: field, words: words, id: id, price: price))
    }

    private mutating func holdTogether(
        _ source: HTTPSMS.Answer.Source, _ field: String?, _ words: [HTTPSMS.Verdict: [String]], _ setting: Setting,
        _ reader: inout SettingReader
    ) {
        if source == .text, let place = setting["field"] {
            reader.refuse(
                place, "field", fr: "« from: json », xml ou form : un texte n'a pas de champs",
                en: "`from: json`, xml or form: a text has no fields")
        }
        if source != .text, field == nil, !words.isEmpty { reader.miss("field") }
        if field != nil || !words.isEmpty, words[.taken] == nil { reader.miss("taken") }
    }

    /// A field's name; in a text what stands around it: `OK: {{id}}`.
    private mutating func id(
        _ text: String, _ source: HTTPSMS.Answer.Source?, _ setting: Setting, _ reader: inout SettingReader
    ) -> HTTPSMS.Answer.IDPlace? {
        guard source == .text else { return .field(text) }
        guard let mark = text.firstRange(of: "{{id}}") else {
            reader.refuse(
                setting["id"] ?? setting, "id", fr: "{{id}} et ce qui l'entoure : \"OK: {{id}}\"",
                en: "{{id}} and what stands around it: \"OK: {{id}}\"")
            return nil
        }
        return .between(String(text[..<mark.lowerBound]), String(text[mark.upperBound...]))
    }

    /// - Parameter type: nil where everything that is put in is escaped whatever stands around it.
    mutating func template(
        _ text: String, of type: HTTPUSSD.AnswerType?, at setting: Setting?, in name: String, _ reader: inout SettingReader
    ) -> HTTPSMS.Template? {
        do {
            let template = try HTTPSMS.Template(parsing: text)
            if let type, let setting, let sample = template.unreadable(as: type) {
                problem(
                    at: setting,
                    fr: "« \(path).\(name) » veut un texte qui reste du \(type.rawValue) une fois rempli ; ceci n'en est pas : \(sample)",
                    en: "“\(path).\(name)” takes a text that is still \(type.rawValue) when filled in; this is none: \(sample)")
            }
            return template
        } catch {
            problems.append(
                .unknownPlace(error.name, among: HTTPSMS.Place.allCases.map(\.rawValue), in: "\(path).\(name)", at: setting?.place))
            return nil
        }
    }
}
