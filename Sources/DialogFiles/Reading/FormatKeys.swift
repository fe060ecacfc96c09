/// The names that each part of the format may have, for those who describe it elsewhere.
///
/// `Config/dialog.schema.json` has a definition of the same name for each part.
package enum FormatKeys {
    /// A whole file.
    package static let file = FileKey.names

    package static let parts: [String: [String]] = {
        var parts = [
            "variants": VariantKey.names, "option": OptionKey.names, "choice": ChoiceKey.names, "several": SeveralKey.names,
            "expectation": ExpectKey.names, "text-limits": TextKey.names, "number-limits": NumberKey.names, "date-limits": DateKey.names,
            "case": RouteKey.names, "action-on": ActionKey.names, "condition": ConditionKey.names, "test": TestKey.names,
            "follow-up": FollowUpKey.names, "sign-up": SignUpKey.names, "reminder": ReminderKey.names,
        ]
        for shape in ScreenShape.allCases { parts["screen-\(shape)"] = ScreenKey.allCases.filter(shape.isAllowed.contains).map(\.rawValue) }
        return parts
    }()

    /// What a screen of each kind has to say.
    package static let required: [String: [String]] = Dictionary(
        uniqueKeysWithValues: ScreenShape.allCases.map { ("screen-\($0)", $0.required.map(\.rawValue)) })

    /// What a `do` says in one word.
    package static let bareActions = ActionWord.names
}
