package import HTTPTypes

extension HTTPFields {
    /// A header's value, as the subscript gives it; found sooner where it stands there once, as nearly every one does.
    package func only(_ name: HTTPField.Name) -> String? {
        var found: String?
        for field in self where field.name == name {
            if found != nil { return self[name] }
            found = field.value
        }
        return found
    }
}
