/// All that can be proved of a script before anybody dials it.
package struct Examination: Sendable {
    package let findings: [Finding]
    let inspection: Inspection

    package init(of script: Script, on channels: [Channel]) {
        inspection = Inspection(script, on: channels)
        // With a screen that could not be read, every path through it would be told as broken.
        let applied = script.unread.isEmpty ? rulesOfParts + rulesOfPaths : rulesOfParts
        var seen: Set<Finding> = []
        findings = applied.flatMap { [inspection] in $0(inspection) }.filter { seen.insert($0).inserted }.sorted {
            ($0.place, $0.kind) < ($1.place, $1.kind)
        }
    }
}

/// A rule looks at the whole folder and says where it is broken.
typealias Rule = @Sendable (Inspection) -> [Finding]

/// What each part of the folder has to be like, whatever leads to it.
private let rulesOfParts: [Rule] = [
    // What is named is there.
    unknownTargets, unknownLists, unknownSignUps, unknownTexts,
    // A name means one thing.
    fieldsOfTwoKinds, missingLabels, repeatedWords,
    // What fits and what it is like to read.
    tooManyOptions, tooFewOptions, tooLongTexts, crowdedMenus, questionsWithoutDigits, costlyLetters, answersInWhatWeBegin,
    dangerousRequests,
]

/// What holds on every path through the folder.
private let rulesOfPaths: [Rule] = [
    // Where paths lead.
    unreachableScreens, screensWithoutEnd, returnsOutsideCalls, circularCalls, endlessRoutes,
    // What is known on them.
    unknownFields, unknownChoices, uselessTests, unansweredFields, missingConsents, lateConsents, refusalsWithoutForget, unprovenReferences,
    // How long they are, and what they begin with.
    deepMenus, longRegistrations, missingCallbackOption, unsaidCosts,
]
