/// Proves what can be proved of a script before anybody dials it.
///
/// - Parameter reached: the screens that the conversation tests reach; nil leaves that question open.
package func check(_ script: Script, on channels: [Channel], reached: Set<ScreenAddress>? = nil) -> [Finding] {
    let inspection = Inspection(script, on: channels, reached: reached)
    let found = rules.flatMap { $0(inspection) }
    var seen: Set<Finding> = []
    return found.filter { seen.insert($0).inserted }.sorted { ($0.place, $0.kind) < ($1.place, $1.kind) }
}

/// A rule looks at the whole folder and says where it is broken.
typealias Rule = @Sendable (Inspection) -> [Finding]

/// Every rule of the check, by what it is about.
private let rules: [Rule] = [
    // What is named is there.
    unknownTargets, unknownFields, unknownChoices, unknownLists, unknownSignUps, unknownTexts,
    // A name means one thing.
    fieldsOfTwoKinds, missingLabels, repeatedWords,
    // The ways.
    unreachableScreens, screensWithoutEnd, returnsOutsideCalls, circularCalls, endlessRoutes,
    // What is known on the ways.
    unansweredFields, missingConsents, lateConsents, refusalsWithoutForget, unprovenReferences,
    // What fits and what it is like to read.
    tooManyOptions, tooLongTexts, crowdedMenus, deepMenus, longRegistrations, questionsWithoutDigits,
    costlyLetters, answersInWhatWeBegin, dangerousRequests,
    // The service as a whole.
    missingCallbackOption, unsaidCosts, untestedScreens,
]
