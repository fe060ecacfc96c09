/// Chance that falls the same way every time (SplitMix64).
package struct Dice: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    /// What falls for the n-th input of a subject, whichever were made before it.
    package init(seed: UInt64, _ subject: String, _ index: Int) {
        var name: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in subject.utf8 { name = (name ^ UInt64(byte)) &* 0x100_0000_01B3 }
        var mixing = Dice(seed: seed ^ name)
        state = mixing.next() ^ UInt64(index) &* 0xD134_2543_DE82_EF95
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number below the bound; 0 where there is none.
    package mutating func below(_ bound: Int) -> Int { bound < 1 ? 0 : Int.random(in: 0..<bound, using: &self) }

    /// Whether it falls once in so many.
    package mutating func once(in count: Int) -> Bool { below(count) == 0 }

    /// One of them, of which there must be some.
    package mutating func one<Element>(of all: [Element]) -> Element { all[below(all.count)] }
}
