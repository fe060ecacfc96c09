/// What lies on the desk at every turn.
final class DeskTools: Sendable {
    let sealer: Sealer
    let chance: Chance
    let erasures: ErasureLog?
    let checkpoints: Checkpoints?
    let bell: Bell
    let memo = SessionMemo()
    let space: DiskSpace?

    init(_ sealer: Sealer, _ chance: Chance, _ erasures: ErasureLog?, _ checkpoints: Checkpoints?, _ bell: Bell, _ space: DiskSpace?) {
        self.sealer = sealer
        self.chance = chance
        self.erasures = erasures
        self.checkpoints = checkpoints
        self.bell = bell
        self.space = space
    }
}
