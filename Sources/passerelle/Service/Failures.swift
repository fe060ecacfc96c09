import Dialogs
import Server

extension BindFailure {
    var words: Bilingual {
        switch self {
        case .inUse(let host, let port):
            Bilingual(
                fr: "le port \(port) de \(host) est pris par un autre programme ; arrêtez-le, ou donnez à listen.port un port libre",
                en: "port \(port) of \(host) is taken by another program; stop that one, or set listen.port to a port that is free")
        case .notPermitted(let host, let port):
            Bilingual(
                fr: "le port \(port) de \(host) n'est pas pour cet utilisateur ; donnez à listen.port un port au-dessus de 1023",
                en: "port \(port) of \(host) is not for this user; set listen.port to one above 1023")
        case .notHere(let host):
            Bilingual(
                fr: "\(host) n'est pas une adresse de cette machine ; donnez à listen.host 127.0.0.1, ou l'une des siennes",
                en: "\(host) is no address of this machine; set listen.host to 127.0.0.1, or to one that it has")
        }
    }
}

extension NotASocket {
    var words: Bilingual {
        Bilingual(
            fr: "\(path) n'est pas un socket ; déplacez-le : la place est celle du socket de commande du service",
            en: "\(path) is no socket; move it away: the service's control socket belongs there")
    }
}
