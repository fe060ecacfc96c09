import Foundation
import Fuzzing
import Glibc

/// Hunts, and writes down where it is before each input: after a crash that is all that is left of it.
struct Hunter {
    let hunt: Hunt
    private let place: UnsafeMutablePointer<Int>

    struct NoPlace: Error {}

    /// - Parameter progress: a file of three numbers: the subject's, the input's, and one that rises with every step.
    init(hunt: Hunt, progress: String) throws {
        self.hunt = hunt
        let descriptor = open(progress, O_RDWR)
        guard descriptor >= 0, let memory = mmap(nil, Progress.bytes, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0),
            memory != MAP_FAILED
        else {
            throw NoPlace()
        }
        place = memory.bindMemory(to: Int.self, capacity: 3)
    }

    /// - Parameter first: the subject to begin with, by its number.
    /// - Returns: whether nothing was found.
    func run(from first: Int) throws -> Bool {
        let keeper = getppid()
        var isClean = true
        for (number, subject) in hunt.subjects.enumerated().dropFirst(first) {
            place[1] = 0
            place[0] = number
            let start = ContinuousClock.now
            let before = Memory.resident
            var early: Int?
            let found = hunt.run(subject) { index in
                place[1] = index
                place[2] &+= 1
                // Nobody looks after it any more.
                if index.isMultiple(of: 256), getppid() != keeper { exit(1) }
                if index == hunt.share(of: subject) / 4 { early = Memory.resident }
            }
            let seconds =
                Double((ContinuousClock.now - start).components.attoseconds) / 1e18
                + Double((ContinuousClock.now - start).components.seconds)
            let grown = Memory.resident - (early ?? before)
            print(
                "\(subject.name): \(hunt.share(of: subject)) inputs in \(Int(seconds * 10)) tenths of a second, memory \(grown / 1024) kB more"
            )
            if let found {
                print("FAILED \(found)")
                isClean = false
            }
            // What the allocator keeps for later is no growth; a leak of a few bytes an input is a lot.
            if grown > Self.mostGrowth {
                print("FAILED \(subject.name): memory grew by \(grown) bytes over three quarters of the inputs")
                isClean = false
            }
            fflush(nil)
        }
        return isClean
    }

    private static let mostGrowth = 64 << 20
}

enum Memory {
    /// Bytes of this process that are in memory.
    static var resident: Int {
        let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        return (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * Int(getpagesize())
    }
}
