/// What was expected and what came, line by line.
package struct Alignment: Equatable, Sendable {
    package enum Row: Equatable, Sendable {
        case same(String)
        /// Expected, by its index, and not there.
        case missing(String, index: Int)
        /// There, and not expected.
        case extra(String)
    }

    package var rows: [Row]

    package var differs: Bool {
        rows.contains { row in
            if case .same = row { false } else { true }
        }
    }

    /// The index of the first that was expected and is not there.
    package var firstMissing: Int? {
        rows.lazy.compactMap { row in
            guard case .missing(_, let index) = row else { return nil }
            return index
        }.first
    }

    /// Lays both beside each other with as few differences as can be.
    ///
    /// - Parameter expected: nil stands for any lines, none included.
    package init(expected: [String?], came: [String]) {
        // costs[i][j]: differences of what is left from i and j on.
        var costs = Array(repeating: Array(repeating: 0, count: came.count + 1), count: expected.count + 1)
        for i in stride(from: expected.count, through: 0, by: -1) {
            for j in stride(from: came.count, through: 0, by: -1) where i < expected.count || j < came.count {
                costs[i][j] = Self.moves(expected, came, i, j).map { $0.cost + costs[i + $0.expected][j + $0.came] }.min() ?? 0
            }
        }
        rows = []
        var (i, j) = (0, 0)
        while i < expected.count || j < came.count {
            guard let move = Self.moves(expected, came, i, j).first(where: { $0.cost + costs[i + $0.expected][j + $0.came] == costs[i][j] })
            else { break }
            if move.came == 1 {
                rows.append(move.cost == 0 ? .same(came[j]) : .extra(came[j]))
            } else if move.cost == 1 {
                rows.append(.missing(expected[i] ?? "...", index: i))
            }
            i += move.expected
            j += move.came
        }
    }

    private typealias Move = (expected: Int, came: Int, cost: Int)

    private static func moves(_ expected: [String?], _ came: [String], _ i: Int, _ j: Int) -> [Move] {
        var moves: [Move] = []
        if i < expected.count, let wanted = expected[i] {
            if j < came.count, wanted == came[j] { moves.append((1, 1, 0)) }
            moves.append((1, 0, 1))
        } else if i < expected.count {
            moves.append((1, 0, 0))
            if j < came.count { moves.append((0, 1, 0)) }
        }
        if j < came.count { moves.append((0, 1, 1)) }
        return moves
    }
}
