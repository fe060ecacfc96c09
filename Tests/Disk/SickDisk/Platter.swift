/// What a disk holds whatever happens, and what it was handed and may still lose.
struct Platter {
    private enum Change {
        case write(at: Int, [UInt8])
        case cut(to: Int)
    }

    private struct File {
        var safe: [UInt8] = []
        var unsynced: [Change] = []
    }

    private var files: [Int: File] = [:]
    /// The folder as the process sees it, and as it is on the disk.
    private var folder: [String: Int] = [:]
    private var safeFolder: [String: Int] = [:]
    private var chance: Draws

    init(seed: UInt64) { chance = Draws(seed: seed) }

    /// Sectors are written whole or not at all; a page of SQLite has eight.
    private static let sector = 512

    mutating func take(_ event: Disk.Event) {
        switch event {
        case .made(let name, let inode):
            folder[name] = inode
            files[inode] = File()
        case .wrote(let inode, let offset, let bytes): files[inode]?.unsynced.append(.write(at: offset, bytes))
        case .cut(let inode, let size): files[inode]?.unsynced.append(.cut(to: size))
        case .synced(let inode):
            let file = files[inode] ?? File()
            files[inode] = File(safe: after(file))
        case .failedToSync(let inode):
            let file = files[inode] ?? File()
            files[inode] = File(safe: torn(file))
        case .removed(let name): folder[name] = nil
        case .syncedFolder: safeFolder = folder
        case .told: break
        }
    }

    /// What is there when the power is back.
    mutating func withoutPower() -> [String: [UInt8]] {
        var names: [String: Int] = [:]
        for name in Set(folder.keys).union(safeFolder.keys).sorted() {
            names[name] = chance.draw(2) == 0 ? folder[name] : safeFolder[name]
        }
        if chance.draw(4) == 0 { names = safeFolder }
        var left: [String: [UInt8]] = [:]
        for (name, inode) in names.sorted(by: { $0.key < $1.key }) { left[name] = torn(files[inode] ?? File()) }
        return left
    }

    private func after(_ file: File) -> [UInt8] {
        var bytes = file.safe
        for change in file.unsynced { Self.apply(change, to: &bytes) }
        return bytes
    }

    private static func apply(_ change: Change, to bytes: inout [UInt8]) {
        switch change {
        case .write(let offset, let written):
            if bytes.count < offset + written.count {
                bytes.append(contentsOf: repeatElement(0, count: offset + written.count - bytes.count))
            }
            bytes.replaceSubrange(offset..<(offset + written.count), with: written)
        case .cut(let size):
            if size < bytes.count {
                bytes.removeLast(bytes.count - size)
            } else {
                bytes.append(contentsOf: repeatElement(0, count: size - bytes.count))
            }
        }
    }

    /// Each sector as it was after some of the changes, and the file as long as it was after some: what was written last need not be
    /// there last, nor at all.
    private mutating func torn(_ file: File) -> [UInt8] {
        let changes = file.unsynced
        guard !changes.isEmpty else { return file.safe }
        enum Way { case none, all, beginning(Int), any }
        let way: Way =
            switch chance.draw(5) {
            case 0: .none
            case 1: .all
            case 2, 3: .beginning(chance.draw(changes.count))
            default: .any
            }
        var size = chance.draw(changes.count + 1)
        var longest = file.safe.count
        var now = file.safe
        for change in changes {
            Self.apply(change, to: &now)
            longest = max(longest, now.count)
        }
        // By how many changes a sector holds, which ones do.
        var sectors = [[Int]](repeating: [], count: changes.count + 1)
        for sector in 0..<((longest + Self.sector - 1) / Self.sector) {
            switch way {
            case .none: sectors[0].append(sector)
            case .all: sectors[changes.count].append(sector)
            case .beginning(let count): sectors[count + chance.draw(2)].append(sector)
            case .any: sectors[chance.draw(changes.count + 1)].append(sector)
            }
        }
        switch way {
        case .none: size = 0
        case .all: size = changes.count
        case .beginning(let count): size = count + chance.draw(2)
        case .any: break
        }
        var left = [UInt8](repeating: 0, count: longest)
        var length = file.safe.count
        now = file.safe
        for count in 0...changes.count {
            if count > 0 { Self.apply(changes[count - 1], to: &now) }
            if count == size { length = now.count }
            for sector in sectors[count] {
                let start = sector * Self.sector
                let end = min(start + Self.sector, now.count)
                if start < end { left.replaceSubrange(start..<end, with: now[start..<end]) }
            }
        }
        return Array(left.prefix(length))
    }
}

/// The same draws from the same seed (SplitMix64).
struct Draws {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// One of so many, from 0.
    mutating func draw(_ many: Int) -> Int { Int(next() % UInt64(many)) }
}
