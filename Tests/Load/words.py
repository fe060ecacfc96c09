"""The shipped dialogs' own words, as far as these people walk: written down here once more, so that the judge reads no file of the judged."""

MENU = ["Migrants : créer une entreprise au Cameroun. C'est gratuit."]
MENU_OPTIONS = ["S'inscrire", "Rappelez-moi", "Programmes", "Mon dossier, STOP", "English"]
PROGRAMMES = ["Diaspora", "Créer une entreprise", "Réseaux et marchés", "Réfugiés et déplacés", "Qui ? Et après ?"]
DIASPORA = "Pour la diaspora : mettre l'argent envoyé dans un projet d'entreprise durable."

CONSENT_USSD = "L'OIM (migrations) et le ministère des PME gardent vos réponses pour vous contacter. D'accord ?"
CONSENT_SMS = (
    "Pour vous inscrire : l'Organisation internationale pour les migrations (OIM) et le ministère des PME (MINPMEESA) gardent vos "
    "réponses pour vous contacter. Vous pouvez les faire effacer. D'accord ?"
)

# id → words, in the order in which they are shown.
REGIONS = {
    "adamaoua": "Adamaoua", "centre": "Centre", "est": "Est", "extreme-nord": "Extrême-Nord", "littoral": "Littoral",
    "nord": "Nord", "nord-ouest": "Nord-Ouest", "ouest": "Ouest", "sud": "Sud", "sud-ouest": "Sud-Ouest",
}
# What the beginning of a name finds.
COUNTRIES = {"Ga": {"ga": "Gabon", "gm": "Gambie"}, "Ni": {"ni": "Nicaragua", "ne": "Niger", "ng": "Nigeria"}}
COUNTRY_NAMES = {id: name for found in COUNTRIES.values() for id, name in found.items()}
WISHES = {"oui": "Oui", "peut-etre": "Je ne sais pas encore", "non": "Non"}
SECTORS = {
    "agriculture": "Agriculture, élevage", "artisanat": "Artisanat", "commerce": "Commerce, restauration", "services": "Services",
    "autre": "Autre",
}
STAGES = {"idee": "Idée", "debut": "Démarre", "activite": "Existe déjà"}
NEEDS = {"epargne": "Diaspora", "outils": "Créer une entreprise", "reseaux": "Réseaux et marchés"}
NEEDS_HERE = NEEDS | {"refugies": "Réfugiés et déplacés"}
SITUATIONS_HERE = {
    "refugie": "Réfugié(e)", "deplace": "Déplacé(e)", "revenu": "Revenu(e) au pays", "migrant": "Migrant(e)", "autre": "Autre",
}
SITUATIONS_ABROAD = {"refugie": "Réfugié(e)", "migrant": "Migrant(e)", "diaspora": "De la diaspora", "autre": "Autre"}
SEXES = {"femme": "Femme", "homme": "Homme"}
AGES = {"moins-18": "Moins de 18", "de-18-a-24": "18 à 24", "de-25-a-35": "25 à 35", "de-36-a-59": "36 à 59", "plus-60": "60 et plus"}

TIMES = {"toujours": "Toute la journée", "matin": "Matin", "apres-midi": "Après-midi", "soir": "Soir"}
LANGUAGES = {
    "francais": "Français", "anglais": "Anglais", "pidgin": "Pidgin", "fulfulde": "Fulfulde", "hausa": "Haoussa",
    "arabe-choa": "Arabe choa", "sango": "Sango", "gbaya": "Gbaya", "kanuri": "Kanouri", "ewondo": "Ewondo", "duala": "Duala",
    "autre": "Autre",
}
VOICES = {"toute": "Homme ou femme", "femme": "Femme"}

THANKS = "Merci. Votre numéro : {reference}. Gardez-le, il arrive aussi par SMS. Un agent lira vos réponses et vous dira la suite."
NOTED = "C'est noté. Un agent lit votre demande et vous appelle. C'est gratuit : ne payez personne."
DOSSIER = ["Mon inscription", "STOP : arrêter les SMS", "Effacer mes données"]
WHICH = ("Votre numéro d'inscription ? (8 chiffres)", "99 Je ne l'ai pas")
SURE = "Effacer cette inscription pour toujours ?"
ERASED = "C'est effacé. Vous pouvez revenir quand vous voulez."
OFFER = "Reprendre {title} ?"
BUSY = "Désolé, le service est occupé. Essayez encore dans quelques minutes."
TOO_LATE = "Cet échange est fermé, car vous en avez ouvert un autre. Vos réponses sont gardées."
CLOSED = "Cet échange est terminé. Vous pouvez revenir quand vous voulez."
LOOP = "Nous avons reçu trop de messages de ce numéro. Essayez encore dans une heure."
HINT_CHOICE = "Tapez un numéro de la liste."
HINT_TEXT = "Écrivez de 2 à 40 lettres."

# What a channel adds below a screen; which of them stand there depends on how one came to it.
KEYS = {"0 Retour", "00 Accueil", "#0 Retour", "#00 Accueil"}
