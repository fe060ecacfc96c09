import Dialogs

extension FileReader {
    mutating func screens(_ map: WrittenMap) -> [Screen] {
        map.entries.compactMap { entry in
            guard !entry.value.isNothing else { return nil }
            screen = entry.key.string
            defer {
                screen = nil
                note = nil
            }
            guard let screenID = id(entry.key), let written = self.map(entry.value, "{ say: \"…\", next: … }") else { return nil }
            return screen(screenID, written, at: entry.key.place)
        }
    }

    private mutating func screen(_ id: String, _ map: WrittenMap, at place: Place) -> Screen? {
        let entries = entries(map, ScreenKey.self)
        guard let shape = shape(map, entries, at: place) else { return nil }
        note = entries[.note].flatMap { text($0.value)?.string }
        for entry in map.entries {
            guard let key = ScreenKey(rawValue: entry.key.string), !shape.isAllowed.contains(key), !isMark(key) else { continue }
            error(
                "misplaced-key", at: entry.key.place,
                Bilingual(
                    fr: "« \(key.rawValue) » n'a pas de sens dans \(shape.french)",
                    en: "\"\(key.rawValue)\" means nothing in \(shape.english)"),
                Bilingual(
                    fr: "retirez-le ; peuvent venir : \(Self.listed(shape.isAllowed))",
                    en: "remove it; what may stand there: \(Self.listed(shape.isAllowed))"))
        }
        for key in shape.required where entries[key] == nil {
            missing(key.rawValue, at: place, of: Bilingual(fr: "\(shape.french)", en: shape.english))
        }
        let actions = entries[.actions].map { self.actions($0.value) } ?? []
        guard let kind = kind(shape, entries, at: place) else { return nil }
        return Screen(id: id, place: place, kind: kind, actions: actions)
    }

    private static func listed(_ keys: Set<ScreenKey>) -> String {
        ScreenKey.allCases.filter(keys.contains).map(\.rawValue).joined(separator: ", ")
    }

    private func isMark(_ key: ScreenKey) -> Bool { ScreenShape.allCases.contains { $0.mark == key } }

    /// The one kind that a screen is of.
    private mutating func shape(_ map: WrittenMap, _ entries: [ScreenKey: WrittenMap.Entry], at place: Place) -> ScreenShape? {
        let marks = map.entries.compactMap { entry -> (key: WrittenText, shape: ScreenShape)? in
            guard let key = ScreenKey(rawValue: entry.key.string), let shape = ScreenShape.allCases.first(where: { $0.mark == key }) else {
                return nil
            }
            return (entry.key, shape)
        }
        if marks.count > 1 {
            let (first, second) = (marks[0], marks[1])
            error(
                "two-kinds", at: second.key.place,
                Bilingual(
                    fr: "cet écran est à la fois \(first.shape.french) et \(second.shape.french)",
                    en: "this screen is \(first.shape.english) and \(second.shape.english) at once"),
                Bilingual(fr: "faites-en deux écrans", en: "make two screens of it"))
            return nil
        }
        if let mark = marks.first { return mark.shape }
        if entries[.say] != nil || entries[.next] != nil { return .page }
        // A name that was mistyped is told already.
        if map.entries.contains(where: { ScreenKey(rawValue: $0.key.string) == nil }) { return nil }
        error(
            "no-kind", at: place, Bilingual(fr: "cet écran ne dit ni ne demande rien", en: "this screen neither says nor asks anything"),
            Bilingual(
                fr: "ajoutez say avec menu ou next, ou bien ask, review, route, call ou end",
                en: "add say with menu or next, or else ask, review, route, call or end"))
        return nil
    }

    private mutating func kind(_ shape: ScreenShape, _ entries: [ScreenKey: WrittenMap.Entry], at place: Place) -> Screen.Kind? {
        func value(_ key: ScreenKey) -> Written? { entries[key]?.value }
        switch shape {
        case .menu:
            let say = value(.say).flatMap { words($0, slot: "say") }
            let options = value(.menu).flatMap { map($0, "{ inscription/: S'inscrire }") }.map { self.options($0) }
            guard let say, let options else { return nil }
            return .menu(say: say, options: options)
        case .page:
            let say = value(.say).flatMap { words($0, slot: "say") }
            let next = value(.next).flatMap { target($0) }
            guard let say, let next else { return nil }
            return .page(say: say, next: next)
        case .question: return question(entries, at: place).map(Screen.Kind.question)
        case .review: return review(entries, at: place).map(Screen.Kind.review)
        case .route: return value(.route).flatMap { route($0) }.map(Screen.Kind.route)
        case .call:
            let called = value(.call).flatMap { target($0) }
            let next = value(.next).flatMap { target($0) }
            guard let called else { return nil }
            return .call(called, next: next)
        case .end: return value(.end).flatMap { words($0, slot: "end") }.map(Screen.Kind.end)
        }
    }

    private mutating func review(_ entries: [ScreenKey: WrittenMap.Entry], at place: Place) -> Review? {
        let say = entries[.say].map { words($0.value, slot: "say") } ?? Words(place: place, source: Variants(Template("")))
        let fields = entries[.review].flatMap { list($0.value, "[name, region]") }.map { self.fields($0) }
        let accept = entries[.accept].map { words($0.value, slot: "accept") } ?? translations.accept
        let next = entries[.next].flatMap { target($0.value) }
        guard let say, let fields, let accept, let next else { return nil }
        return Review(say: say, fields: fields, accept: accept, next: next)
    }

    private mutating func route(_ written: Written) -> Route? {
        guard let list = list(written, "[{ when: { region: est }, next: … }, { else: … }]") else { return nil }
        var cases: [Route.Case] = []
        var otherwise: Target?
        for (offset, item) in list.items.enumerated() {
            guard let map = map(item, "{ when: { region: est }, next: … }") else { continue }
            let entries = entries(map, RouteKey.self)
            let isLast = offset == list.items.count - 1
            if let entry = entries[.otherwise] {
                if !isLast || entries.count > 1 {
                    error(
                        "else-not-last", at: entry.key.place,
                        Bilingual(fr: "« else » vient seul et en dernier", en: "\"else\" comes alone and last"),
                        Bilingual(fr: "mettez-le à la fin de la liste", en: "put it at the end of the list"))
                }
                otherwise = target(entry.value)
                continue
            }
            let what = Bilingual(fr: "ce cas", en: "this case")
            let when = required(.when, entries, at: map.place, of: what).flatMap { condition($0) }
            let next = required(.next, entries, at: map.place, of: what).flatMap { target($0) }
            if let when, let next { cases.append(Route.Case(when: when, next: next)) }
        }
        let hasElse = list.items.contains { item in
            if case .map(let map) = item { map[RouteKey.otherwise.rawValue] != nil } else { false }
        }
        if !hasElse { missing("else", at: list.place, of: Bilingual(fr: "cet aiguillage", en: "this route")) }
        return otherwise.map { Route(cases: cases, otherwise: $0) }
    }
}
