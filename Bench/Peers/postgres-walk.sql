-- One person's registration: twelve turns, each a transaction of its own. pgbench counts the walks.
\set session random(1, 9000000000000000000)
\set phone random(670000000, 679999999)
SELECT take(:session, '+237' || :phone, 0, '', 'Migrants   creer une entreprise au Cameroun. C''est gratuit.; 1 S''inscrire; 2 Rappelez-moi; 3 Programmes; 4 Mon dossier, STOP; 5 English');
SELECT take(:session, '+237' || :phone, 1, '1', 'L''OIM (migrations) et le ministere des PME gardent vos reponses pour vous contacter. D''accord ?; 1 Oui; 2 Non');
SELECT take(:session, '+237' || :phone, 2, '1*1', 'Votre nom ?; 99 Plus tard');
SELECT take(:session, '+237' || :phone, 3, '1*1*99', 'Vivez-vous au Cameroun ?; 1 Oui; 2 Non');
SELECT take(:session, '+237' || :phone, 4, '1*1*99*1', 'Region ? (pour vous orienter); 1 Adamaoua; 2 Centre; 3 Est; 4 Extreme-Nord; 5 Littoral; 6 Nord; 7 Nord-Ouest; 8 Ouest; 9 Sud; 10 Sud-Ouest; 11 Passer');
SELECT take(:session, '+237' || :phone, 5, '1*1*99*1*3', 'Quelle activite ?; 1 Agriculture, elevage; 2 Artisanat; 3 Commerce, restauration; 4 Services; 5 Autre');
SELECT take(:session, '+237' || :phone, 6, '1*1*99*1*3*1', 'Ou en est votre projet ?; 1 Idee; 2 Demarre; 3 Existe deja');
SELECT take(:session, '+237' || :phone, 7, '1*1*99*1*3*1*1', 'Quels programmes ? Exemple   1 3; 1 Diaspora; 2 Creer une entreprise; 3 Reseaux et marches; 4 Refugies et deplaces; 5 Je ne sais pas');
SELECT take(:session, '+237' || :phone, 8, '1*1*99*1*3*1*1*5', 'Vous etes  ; 1 Refugie(e); 2 Deplace(e); 3 Revenu(e) au pays; 4 Migrant(e); 5 Autre; 6 Je prefere ne pas dire');
SELECT take(:session, '+237' || :phone, 9, '1*1*99*1*3*1*1*5*6', 'Pour compter, sans votre nom. Vous etes  ; 1 Femme; 2 Homme; 3 Je prefere ne pas dire');
SELECT take(:session, '+237' || :phone, 10, '1*1*99*1*3*1*1*5*6*3', 'Vos reponses  ; 1 Nom   Plus tard; 2 Au Cameroun   Oui; 3 Region   Est; 4 Activite   Agriculture, elevage; 5 Envoyer');
SELECT take(:session, '+237' || :phone, 11, '1*1*99*1*3*1*1*5*6*3*5', 'Merci. Votre numero   REFERENCE. Gardez-le, il arrive aussi par SMS. Un agent lira vos reponses et vous dira la suite.');
