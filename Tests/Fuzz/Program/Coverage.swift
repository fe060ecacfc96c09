import Foundation
import Fuzzing
import Glibc

/// A hunt that is led by what the inputs reach: libFuzzer changes them, and keeps those that come further.
///
/// It is only there in a build of its own (`Tests/Fuzz/coverage.sh`), so it is looked up instead of linked.
enum Coverage {
    private typealias Take = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
    private typealias Driver =
        @convention(c) (
            UnsafeMutablePointer<CInt>, UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>, Take
        ) -> CInt

    /// libFuzzer's own calls have no place for it.
    private static let subject: Subject? = {
        let name = ProcessInfo.processInfo.environment["FUZZ_SUBJECT"] ?? ""
        let root = URL(filePath: FileManager.default.currentDirectoryPath)
        return try? Subjects.all(Material(root: root)).first { $0.name == name }
    }()

    private static let take: Take = { pointer, count in
        let input = [UInt8](UnsafeBufferPointer(start: pointer, count: count))
        if let subject = Coverage.subject, let what = Hunt.fault(of: input, in: subject) {
            print("FAILED \(subject.name): \(what)\n  in hex:\n  \(Hex.written(input))")
            fflush(nil)
            abort()
        }
        return 0
    }

    /// - Parameters:
    ///   - corpus: a folder for the seeds and what grows from them.
    ///   - options: libFuzzer's own.
    static func run(corpus: String, options: [String]) throws -> CInt {
        guard let driver = dlsym(nil, "LLVMFuzzerRunDriver"), let subject else {
            FileHandle.standardError.write(Data("fuzz: no libFuzzer in this build, or no such subject\n".utf8))
            return 2
        }
        try FileManager.default.createDirectory(atPath: corpus, withIntermediateDirectories: true)
        for (index, seed) in subject.seeds.enumerated() { try Data(seed).write(to: URL(filePath: corpus).appending(path: "seed-\(index)")) }
        var words: [UnsafeMutablePointer<CChar>?] = (["fuzz", corpus] + options).map { strdup($0) } + [nil]
        var count = CInt(words.count - 1)
        return words.withUnsafeMutableBufferPointer { buffer in
            var first = buffer.baseAddress
            return unsafeBitCast(driver, to: Driver.self)(&count, &first, take)
        }
    }
}
