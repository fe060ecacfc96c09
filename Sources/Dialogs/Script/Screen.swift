/// One step of a dialog: what it shows, whether it waits, and where it leads.
package struct Screen: Equatable, Sendable {
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

    package var id: String
    /// Where the screen's id stands.
    package var place: Place
    package var kind: Kind
    package var actions: [Action]

    package init(id: String, place: Place, kind: Kind, actions: [Action]) {
        self.id = id
        self.place = place
        self.kind = kind
        self.actions = actions
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
package struct Option: Equatable, Sendable {
    package var id: String
    package var place: Place
    package var words: Words
    package var next: Target
    package var when: Condition?
    package var actions: [Action]

    package init(id: String, place: Place, words: Words, next: Target, when: Condition?, actions: [Action]) {
        self.id = id
        self.place = place
        self.words = words
        self.next = next
        self.when = when
        self.actions = actions
    }
}

/// The answers so far, to be accepted or corrected one by one.
package struct Review: Equatable, Sendable {
    package var say: Words
    package var fields: [Field]
    package var accept: Words
    package var next: Target

    package init(say: Words, fields: [Field], accept: Words, next: Target) {
        self.say = say
        self.fields = fields
        self.accept = accept
        self.next = next
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
