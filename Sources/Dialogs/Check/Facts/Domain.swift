import Foundation

/// The cases of each answer that a script can tell apart, as one bit each.
///
/// An answer is missing, skipped, or given; where a condition or a consent looks at it, each id it names is a case of its own, and each
/// stretch between the numbers it names.
struct Domain: Sendable {
    static let missing: UInt64 = 1
    static let skipped: UInt64 = 2
    static let firstGiven: UInt64 = 4
    /// Ids told apart of one field; further ones are one case together.
    private static let mostAtoms = 60

    /// What is followed like an answer and is none.
    enum Other: Hashable, Sendable {
        case channel, language, network, optedOut
        case signedUp(String)
        /// Whether `{{reference}}` says something.
        case reference
        /// Whether this sign-up's reference was given in answer to a question.
        case proven(signUp: String)
        /// Whether this sign-up was loaded, with the consent that is stored with it.
        case loaded(signUp: String)
        /// Whether a consent is somebody's own answer: what a `set` puts there nobody agreed to.
        case agreed(field: String)

        var isProof: Bool {
            switch self {
            case .proven, .loaded, .agreed, .reference: true
            case .channel, .language, .network, .optedOut, .signedUp: false
            }
        }
    }

    struct Variable: Sendable {
        var atoms: [String: UInt64] = [:]
        /// Between which numbers a number is told apart.
        var bounds: [Decimal] = []
        /// All cases of being given.
        var given: UInt64 = Domain.firstGiven
        /// The case of every id that has none of its own.
        var rest: UInt64 = Domain.firstGiven
        var isChoice = false
        /// Whether conditions look at it, so that what hangs on it is kept apart.
        var isTested = false
        /// Whether a question leads elsewhere by it.
        var branches = false

        func mask(of id: String) -> UInt64 { atoms[id] ?? rest }
    }

    private(set) var variables: [Variable] = []
    private var fields: [String: Int] = [:]
    private var others: [Other: Int] = [:]
    private var tested: [Int] = []
    private var branching: [Int] = []
    /// What consents and references are proved by.
    private var proving: [Int] = []
    let fieldCount: Int

    init(_ script: Script, fields facts: [String: FieldFacts], signUps: [String: SignUp]) {
        let tests = Tests(script, signUps: signUps)
        for (field, fact) in facts.sorted(by: { $0.key < $1.key }) {
            fields[field] = variables.count
            variables.append(Self.variable(fact, tests: tests.ofField[field] ?? Tests.OfField()))
        }
        fieldCount = variables.count
        add(.channel, ids: Set(ChannelKind.allCases.map(\.rawValue)))
        add(.language, ids: Set(script.languages.map(\.rawValue)))
        add(.network, ids: tests.networks)
        add(.optedOut, ids: ["true"])
        add(.reference, ids: ["given"])
        for id in signUps.keys.sorted() {
            add(.signedUp(id), ids: ["true"])
            add(.proven(signUp: id), ids: ["given"])
            add(.loaded(signUp: id), ids: ["given"])
        }
        for field in Set(signUps.values.compactMap(\.consentField)).sorted() { add(.agreed(field: field), ids: ["given"]) }
        tested = variables.indices.filter { variables[$0].isTested }
        let consents = signUps.values.compactMap(\.consentField)
        let proofs = facts.filter { $0.value.kind == .reference || consents.contains($0.key) }.compactMap { fields[$0.key] }
        proving = (proofs + others.filter { $0.key.isProof }.map(\.value)).sorted()
        branching = variables.indices.filter { variables[$0].isTested || variables[$0].branches }
    }

    /// Which stores of one node are kept apart.
    enum Apart: Sendable {
        case byBranches, byConditions, byProofs, never

        /// Fewer are kept apart.
        var coarser: Apart {
            switch self {
            case .byBranches: .byConditions
            case .byConditions: .byProofs
            case .byProofs, .never: .never
            }
        }
    }

    /// The variables whose cases decide that.
    func keyed(_ apart: Apart) -> [Int] {
        switch apart {
        case .byBranches: branching
        case .byConditions: tested
        case .byProofs: proving
        case .never: []
        }
    }

    func index(of field: String) -> Int? { fields[field] }
    func index(of other: Other) -> Int? { others[other] }

    /// Nothing known, as at the first dial.
    func fresh() -> Store {
        var store = Store(masks: [UInt64](repeating: Self.missing, count: variables.count))
        for (other, index) in others {
            switch other {
            case .channel, .language, .network: store.masks[index] = variables[index].given
            case .optedOut, .signedUp: store.masks[index] = variables[index].given | Self.missing
            case .reference, .proven, .loaded, .agreed: break
            }
        }
        return store
    }

    private mutating func add(_ other: Other, ids: Set<String>) {
        others[other] = variables.count
        var variable = Variable(isChoice: true, isTested: true)
        Self.tellApart(ids.sorted(), in: &variable)
        variables.append(variable)
    }

    private static func variable(_ facts: FieldFacts, tests: Tests.OfField) -> Variable {
        var variable = Variable(isTested: tests.isTested, branches: tests.branches)
        switch facts.kind {
        case .choice?, nil:
            variable.isChoice = true
            let ids = facts.allIDs
            let named = ids.filter(tests.ids.contains)
            // Those that nothing names are one case together, unless there are none.
            tellApart(named, in: &variable, hasRest: named.count < ids.count)
        case .number?:
            variable.bounds = Array(Set(tests.bounds).sorted().prefix(mostAtoms / 2))
            // Each bound, and the stretches around the bounds.
            let cases = variable.bounds.count * 2 + 1
            variable.given = ((1 << UInt64(cases)) - 1) << 2
        case .text?, .date?, .phone?, .reference?, .several?: break
        }
        return variable
    }

    private static func tellApart(_ ids: [String], in variable: inout Variable, hasRest: Bool = true) {
        var bit = firstGiven
        variable.given = 0
        for id in ids.prefix(mostAtoms) {
            variable.atoms[id] = bit
            variable.given |= bit
            bit <<= 1
        }
        variable.rest = bit
        if hasRest || ids.count > mostAtoms || ids.isEmpty { variable.given |= bit }
    }
}

/// What the script's conditions and consents look at.
private struct Tests {
    struct OfField {
        var ids: Set<String> = []
        var bounds: [Decimal] = []
        var isTested = false
        var branches = false
    }

    var ofField: [String: OfField] = [:]
    var networks: Set<String> = []

    init(_ script: Script, signUps: [String: SignUp]) {
        for condition in script.allConditions { take(condition.condition) }
        for signUp in signUps.values {
            guard let consent = signUp.consent else { continue }
            ofField[consent.field, default: OfField()].ids.insert(consent.choice)
            ofField[consent.field]?.isTested = true
        }
        for (_, screen) in script.allScreens {
            guard let question = screen.question else { continue }
            if question.known == .skip { ofField[question.save.id, default: OfField()].isTested = true }
            if case .byChoice(let byID, _, _) = question.next {
                ofField[question.save.id, default: OfField()].branches = true
                ofField[question.save.id]?.ids.formUnion(byID.keys)
            }
        }
    }

    private mutating func take(_ condition: Condition) {
        switch condition {
        case .all(let parts), .any(let parts): parts.forEach { take($0) }
        case .not(let part): take(part)
        case .network(let names): networks.formUnion(names)
        case .channel, .language, .signedUp, .optedOut: break
        case .answer(let field, let test):
            ofField[field.id, default: OfField()].isTested = true
            switch test {
            case .oneOf(let ids): ofField[field.id]?.ids.formUnion(ids)
            case .atLeast(let bound), .atMost(let bound): ofField[field.id]?.bounds.append(bound)
            case .before, .after, .given: break
            }
        }
    }
}
