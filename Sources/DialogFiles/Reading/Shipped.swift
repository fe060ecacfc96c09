import Dialogs

/// What the program brings for folders that have no words of its own in them.
enum Shipped {
    /// The same in every reading, and so parsed once.
    static let words = ParsedFile(String(decoding: PackageResources.words_yaml, as: UTF8.self), file: FolderReader.wordsFile)

    /// Those that the words are written in.
    static let languages: Set<Language> = ["fr", "en"]

    static func translations(_ languages: [Language]) -> Translations {
        let english = String(decoding: PackageResources.en_po, as: UTF8.self)
        return Translations(folder: FolderText(files: ["en.po": english]), languages: languages)
    }
}
