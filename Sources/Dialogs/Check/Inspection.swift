/// A script with all that the rules look up in it, gathered once.
struct Inspection: Sendable {
    let script: Script
    let channels: [Channel]
    let fields: [String: FieldFacts]
    let signUps: [String: SignUp]
    let ways: Ways
    let proof: Proof
    /// What happens on the ways, in no order.
    let happenings: [Happening]
    /// The same proof where nobody goes to the start with answers: what is on the way to a review, and so is shown there.
    let straightProof: Proof

    init(_ script: Script, on channels: [Channel]) {
        self.script = script
        self.channels = channels
        let fields = script.fieldFacts()
        let signUps = script.allSignUps
        let ways = Ways(script, from: script.entries)
        let domain = Domain(script, fields: fields, signUps: signUps)
        let home = script.dialogs[script.start].flatMap {
            ways.index[Node(calls: [], screen: ScreenAddress(dialog: script.start, screen: $0.start))]
        }
        self.fields = fields
        self.signUps = signUps
        self.ways = ways
        var flow = Flow(script: script, ways: ways, domain: domain, fields: fields, signUps: signUps, home: home)
        proof = Proof(flow)
        happenings = proof.happenings()
        flow.home = nil
        straightProof = Proof(flow)
    }

    var domain: Domain { proof.flow.domain }

    /// Whether the field is answered, and not skipped, in all that the store allows.
    func isAnswered(_ field: String, in store: Store) -> Bool {
        guard let index = domain.index(of: field) else { return false }
        return store.masks[index] & (Domain.missing | Domain.skipped) == 0
    }

    func isCertain(_ other: Domain.Other, in store: Store) -> Bool {
        guard let index = domain.index(of: other) else { return false }
        return store.masks[index] & (Domain.missing | Domain.skipped) == 0
    }

    /// Whether the sign-up's consent is given, by just the choice that it names, in all that the store allows.
    func isConsented(to id: String, _ signUp: SignUp, in store: Store) -> Bool {
        if isCertain(.loaded(signUp: id), in: store) { return true }
        guard let consent = signUp.consent, let index = domain.index(of: consent.field) else { return false }
        return store.masks[index] & ~domain.variables[index].mask(of: consent.choice) == 0
            && isCertain(.agreed(field: consent.field), in: store)
    }
}
