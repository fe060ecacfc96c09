/// One step of a dialog: what it shows, whether it waits, and where it leads.
package final class Screen: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        case menu(say: Words, options: [Option])
        case page(say: Words, next: Target)
        case question(Question)
        case review(Review)
        case route(Route)
        /// `next` is where `return` comes back to; without it, `return` of the called dialog returns from this one too.
        case call(Target, next: Target?)
        case end(Words)
    }

    package let id: String
    /// Where the screen's id stands.
    package let place: Place
    package let kind: Kind
    package let actions: [Action]

    package init(id: String, place: Place, kind: Kind, actions: [Action]) {
        self.id = id
        self.place = place
        self.kind = kind
        self.actions = actions
    }

    package static func == (left: Screen, right: Screen) -> Bool {
        (left.id, left.place, left.kind, left.actions) == (right.id, right.place, right.kind, right.actions)
    }

    /// Whether the person has to answer before the conversation goes on.
    package var waits: Bool {
        switch kind {
        case .menu, .page, .question, .review: true
        case .route, .call, .end: false
        }
    }
}

/// An option of a menu. In the short form its id is the target as written.
package final class Option: Equatable, Sendable {
    package let id: String
    package let place: Place
    package let words: Words
    package let next: Target
    package let when: Condition?
    package let actions: [Action]

    package init(id: String, place: Place, words: Words, next: Target, when: Condition?, actions: [Action]) {
        self.id = id
        self.place = place
        self.words = words
        self.next = next
        self.when = when
        self.actions = actions
    }

    package static func == (left: Option, right: Option) -> Bool {
        (left.id, left.place, left.words, left.next, left.when, left.actions)
            == (right.id, right.place, right.words, right.next, right.when, right.actions)
    }
}

/// The answers so far, to be accepted or corrected one by one.
package final class Review: Equatable, Sendable {
    package let say: Words
    package let fields: [Field]
    package let accept: Words
    package let next: Target

    package init(say: Words, fields: [Field], accept: Words, next: Target) {
        self.say = say
        self.fields = fields
        self.accept = accept
        self.next = next
    }

    package static func == (left: Review, right: Review) -> Bool {
        (left.say, left.fields, left.accept, left.next) == (right.say, right.fields, right.accept, right.next)
    }
}

/// Shows nothing: the first case whose condition holds says where to go.
package struct Route: Equatable, Sendable {
    package struct Case: Equatable, Sendable {
        package var when: Condition
        package var next: Target

        package init(when: Condition, next: Target) {
            self.when = when
            self.next = next
        }
    }

    package var cases: [Case]
    package var otherwise: Target

    package init(cases: [Case], otherwise: Target) {
        self.cases = cases
        self.otherwise = otherwise
    }
}
