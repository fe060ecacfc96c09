/// Every screen can be reached. Of a file that nothing leads to, its first screen stands for all that it leads to.
@Sendable func unreachableScreens(_ folder: Inspection) -> [Finding] {
    let script = folder.script
    var reached = Set(folder.ways.nodes.map(\.screen))
    // Where calls do not come back, what lies behind them is not to blame.
    if !folder.ways.recursiveCalls.isEmpty || !folder.ways.deepCalls.isEmpty { reached.formUnion(script.screens(behind: reached)) }
    // Without the start dialog, which is told when it is read, nothing can be said of what it would lead to.
    guard script.dialogs[script.start] != nil else { return [] }
    let untouched = script.dialogs.filter { name, _ in !reached.contains { $0.dialog == name } }
    let starts = untouched.map { ScreenAddress(dialog: $0.key, screen: $0.value.start) }
    let behindStarts = Set(Ways(script, from: starts).nodes.map(\.screen)).subtracting(starts)
    return script.allScreens.filter { !reached.contains($0.address) && !behindStarts.contains($0.address) }.map { address, screen in
        Finding(
            .error, "unreachable-screen", at: screen.place, screen: address.screen,
            what: Bilingual(fr: "rien ne mène à l'écran « \(address.screen) »", en: "nothing leads to the screen \"\(address.screen)\""),
            mend: Bilingual(
                fr: "nommez-le là où il doit venir (next, menu, call, opens), ou retirez-le",
                en: "name it where it is to come (next, menu, call, opens), or remove it"))
    }
}

extension Script {
    /// All that any target leads to from there, as if every call came back.
    fileprivate func screens(behind first: Set<ScreenAddress>) -> Set<ScreenAddress> {
        var reached = first
        var waiting = Array(first)
        while let address = waiting.popLast() {
            for target in screen(at: address)?.writtenTargets ?? [] {
                if let next = nearestAddress(of: target, in: address.dialog), reached.insert(next).inserted { waiting.append(next) }
            }
        }
        return reached
    }
}
