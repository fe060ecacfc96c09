/// What a screen or an option does when it is first reached.
package struct Action: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        case signUp(String)
        case load(String)
        case close(String)
        case send(String)
        case remind(String)
        case cancel(String)
        case callback(field: String)
        /// Field and the choice's id.
        case set([String: String])
        /// The field whose answer is the language.
        case language(field: String)
        case forget, newContact, optOut, optIn, erase
    }

    package var place: Place
    package var kind: Kind
    /// Where the id stands that it names.
    package var idPlace: Place?
    /// The fields that a `set` gives ids to, where they are written.
    package var setFields: [Field]

    package init(place: Place, kind: Kind, idPlace: Place? = nil, setFields: [Field] = []) {
        self.place = place
        self.kind = kind
        self.idPlace = idPlace
        self.setFields = setFields
    }

    /// Whether going back over it is not offered, since it can't be undone.
    package var isFinal: Bool {
        switch kind {
        case .signUp, .send, .remind, .callback, .erase: true
        case .load, .close, .cancel, .set, .language, .forget, .newContact, .optOut, .optIn: false
        }
    }
}
