/// Something that reads what comes from outside.
package struct Subject: Sendable {
    package var name: String
    /// Its part of all inputs.
    package var weight: Int
    var mutation: Mutation
    /// Makes an input by its form's own grammar; nil where mutations do.
    var grown: (@Sendable (inout Dice) -> [UInt8])?
    /// Reads an input, and throws where what must hold of it does not.
    package var take: @Sendable ([UInt8]) throws -> Void

    /// - Parameters:
    ///   - seeds: what is read well.
    ///   - longest: bytes of an input.
    package init(
        _ name: String, weight: Int, seeds: [String], words: [String] = [], longest: Int = 16_384,
        grown: (@Sendable (inout Dice) -> [UInt8])? = nil, take: @escaping @Sendable ([UInt8]) throws -> Void
    ) {
        self.name = name
        self.weight = weight
        mutation = Mutation(seeds: seeds.map { Array($0.utf8) }, words: words.map { Array($0.utf8) }, longest: longest)
        self.grown = grown
        self.take = take
    }

    package var seeds: [[UInt8]] { mutation.seeds }

    /// The n-th input; the first are the seeds as they are.
    package func input(_ index: Int, seed: UInt64) -> [UInt8] {
        if index < seeds.count { return seeds[index] }
        var dice = Dice(seed: seed, name, index)
        if let grown, seeds.isEmpty || dice.once(in: 3) {
            let bytes = grown(&dice)
            return dice.once(in: 2) ? mutation.mutated(bytes, &dice) : bytes
        }
        return mutation.mutated(dice.one(of: seeds), &dice)
    }
}

/// What must hold and does not.
package struct Violation: Error, CustomStringConvertible {
    package var description: String

    package init(_ description: String) { self.description = description }
}

/// - Parameter what: said where it does not hold.
func hold(_ isTrue: Bool, _ what: @autoclosure () -> String) throws(Violation) {
    if !isTrue { throw Violation(what()) }
}
